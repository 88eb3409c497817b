package linli.bot.whistle;

import linli.bot.routing.Responsibility;
import linli.bot.staff.Unit;

/**
 * What speaks for a whistle (C13), gathered so that nobody has to type it.
 *
 * @param days since it was reported
 * @param refusals how often it was refused, handed back or not solved after all
 * @param photos pictures residents sent with it
 * @param line the line of the 权责清单 it was given by; null when none
 * @param unit the unit of that line; null when none
 */
public record Evidence(int voices, long days, int refusals, int photos, Responsibility line, Unit unit) {}
