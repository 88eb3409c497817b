/**
 * Residents' talk, labelled, that the reader learns from: files of threads in {@code config/corpus}. Doors: {@link
 * linli.bot.corpus.Corpus} reads them, {@link linli.bot.corpus.ReaderTraining} makes a model of them.
 */
package linli.bot.corpus;
