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

    private final Segment segment;

    Segmenter(Lexicon lexicon) {
        TreeMap<String, CoreDictionary.Attribute> words = new TreeMap<>();
        for (String word : lexicon.allWords()) {
            if (word.length() > 1 && word.length() < 8) {
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

    /** Whether the stretch is a word of its own, or the last sign of a compound noun (走廊灯). */
    boolean isWord(String text, int start, int end) {
        int from = Math.max(0, start - REACH);
        for (Term term : segment(text, from, Math.min(text.length(), end + REACH))) {
            int termStart = from + term.offset;
            int termEnd = termStart + term.word.length();
            if (termStart <= start && termEnd >= end) {
                return termStart == start && termEnd == end || termEnd == end && termEnd - termStart <= 3 && isNoun(term);
            }
        }
        return true;
    }

    /** Whether the stretch is said of something: a verb or an adjective, alone or as the head of one. */
    boolean isPredicate(String text, int start, int end) {
        int from = Math.max(0, start - REACH);
        for (Term term : segment(text, from, Math.min(text.length(), end + REACH))) {
            int termStart = from + term.offset;
            int termEnd = termStart + term.word.length();
            if (termStart <= start && termEnd >= end) {
                return !isNoun(term) && (termStart == start || termEnd == end);
            }
        }
        return true;
    }

    private static boolean isNoun(Term term) {
        return term.nature != null && term.nature.startsWith('n') && !term.nature.toString().equals("nz");
    }

    private List<Term> segment(String text, int from, int to) {
        return segment.seg(text.substring(from, to));
    }
}
