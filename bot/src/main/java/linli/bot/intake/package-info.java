/**
 * 受话: from words to deeds. {@link linli.bot.intake.Intake} takes each line through one ordered list of steps; the first
 * that says what became of it ends the walk. Runs in the inbox's transaction, so a line's effect and its being done are one.
 */
package linli.bot.intake;
