/**
 * 识别工作台: how lines are read, shown to people; what they correct; and what would be read otherwise before a changed
 * lexicon or corpus goes live (C16). Doors: {@link linli.bot.workbench.LiveReader} the reader in use, {@link
 * linli.bot.workbench.TrialRun} a line tried out, {@link linli.bot.workbench.ReadingCorrections}.
 */
package linli.bot.workbench;
