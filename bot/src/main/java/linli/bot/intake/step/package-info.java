/** The steps of {@link linli.bot.intake.Intake}, each with one reason to exist. */
package linli.bot.intake.step;
