/**
 * 审计: who did what to which thing, append-only. Door: {@link linli.bot.audit.AuditLog}. Owns table {@code audit_entry}.
 * An entry names things by id, never by resident text, telephone number or password.
 */
package linli.bot.audit;
