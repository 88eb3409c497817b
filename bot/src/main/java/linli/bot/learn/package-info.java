/**
 * A linear learner for short Chinese text: features are character grams and named facts, a model holds several
 * classifiers (heads) over the same features. liblinear trains, this package only prepares and applies. Doors: {@link
 * linli.bot.learn.Features}, {@link linli.bot.learn.LinearModel}, {@link linli.bot.learn.LinearTrainer}. Knows nothing
 * of residents or tickets.
 */
package linli.bot.learn;
