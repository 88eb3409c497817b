/**
 * 吹哨报到: what one grid cannot settle alone. The grid or the desk asks with the evidence at hand, only a leader blows, each
 * unit that is called gets a sub-task with an arrive-by and an answer-by, and the ticket goes on when all have answered.
 * Door: {@link linli.bot.whistle.Whistles}. Owns tables {@code whistle} and {@code subtask}.
 */
package linli.bot.whistle;
