package linli.bot.corpus;

import linli.bot.learn.LinearModel;
import linli.bot.parsing.Parser;
import linli.bot.thread.Said;
import linli.bot.thread.ThreadLesson;
import linli.bot.parsing.Utterance;

/** Trains the reader's model on a corpus. */
public final class ReaderTraining {

    private ReaderTraining() {
    }

    public static LinearModel train(Parser parser, Corpus corpus, String version) {
        ThreadLesson lesson = new ThreadLesson(parser);
        for (CorpusThread thread : CrossTalk.amid(corpus.threads())) {
            lesson.beginThread(thread.file() + "/" + thread.group());
            for (CorpusLine line : thread.lines()) {
                boolean known = line.staff() && (StaffNames.suggests(line.nickname()) || line.number() % 2 == 0);
                Said said = new Said(line.nickname(), line.nickname(), known, null, line.at(), Utterance.text(line.text()));
                lesson.add(said, line.step().action(), line.step().ticket(), line.intent(), line.category(), line.urgent());
            }
        }
        return lesson.learn(version);
    }
}
