/**
 * What staff do while a transcript (剧本) is played: they act at the console, look at what came of a line, and the play runs
 * under its own settings. It is the one thing of ours a player of transcripts knows. Door:
 * {@link linli.bot.rehearsal.Office}.
 */
package linli.bot.rehearsal;
