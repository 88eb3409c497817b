package linli.bot.parsing;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.List;
import java.util.TreeMap;

/**
 * HanLP's segmentation, for the words that are too short to be trusted alone: 水 in 水果 is no water. Its place and
 * organisation models are off because they glue words wrongly in residents' talk and halve the speed. Its own custom
 * dictionary does not outrank its model, so the lexicon's words are forced.
 */
final class Segmenter {

    /** Words that decide are near one another; more would only cost time on endless texts. */
    private static final int REACH = 24;
    private static final int SHORT_LINE = 80;
    private static final int LONGEST_FORCED = 7;

    private final Segment segment;

    Segmenter(Lexicon lexicon) {
        TreeMap<String, CoreDictionary.Attribute> words = new TreeMap<>();
        for (String word : lexicon.allWords()) {
            if (word.length() > 1 && word.length() <= LONGEST_FORCED) {
                words.put(word, new CoreDictionary.Attribute(Nature.nz, 1000));
            }
        }
        DoubleArrayTrie<CoreDictionary.Attribute> trie = new DoubleArrayTrie<>();
        trie.build(words);
        segment = HanLP.newSegment()
                .enablePlaceRecognize(false)
                .enableOrganizationRecognize(false)
                .enableNameRecognize(false)
                .enableTranslatedNameRecognize(false)
                .enableOffset(true)
                .enableCustomDictionary(new DynamicCustomDictionary(trie, null, null))
                .enableCustomDictionaryForcing(true);
    }

    Cut cut(String text) {
        return new Cut(text);
    }

    /** One line's words; a short line is segmented once and only when somebody asks. */
    final class Cut {

        private final String text;
        private List<Term> terms;

        private Cut(String text) {
            this.text = text;
        }

        /** Whether the stretch is a word of its own, or the last sign of a compound noun (走廊灯). */
        boolean isWord(int start, int end) {
            Term term = termOver(start, end);
            if (term == null) {
                return true;
            }
            boolean own = term.word.length() == end - start;
            boolean last = term.offset + term.word.length() == end;
            return own || last && term.word.length() <= 3 && isNoun(term);
        }

        /** Whether the stretch is said of something: a verb or an adjective, alone or as the head of one. */
        boolean isPredicate(int start, int end) {
            Term term = termOver(start, end);
            return term == null || !isNoun(term) && (term.offset == start || term.offset + term.word.length() == end);
        }

        private Term termOver(int start, int end) {
            int from = text.length() <= SHORT_LINE ? 0 : Math.max(0, start - REACH);
            for (Term term : termsFrom(from, Math.min(text.length(), end + REACH))) {
                int termStart = from + term.offset;
                if (termStart <= start && termStart + term.word.length() >= end) {
                    Term placed = new Term(term.word, term.nature);
                    placed.offset = termStart;
                    return placed;
                }
            }
            return null;
        }

        private List<Term> termsFrom(int from, int to) {
            if (text.length() > SHORT_LINE) {
                return segment.seg(text.substring(from, to));
            }
            if (terms == null) {
                terms = segment.seg(text);
            }
            return terms;
        }
    }

    private static boolean isNoun(Term term) {
        return term.nature != null && term.nature.startsWith('n') && term.nature != Nature.nz;
    }
}
