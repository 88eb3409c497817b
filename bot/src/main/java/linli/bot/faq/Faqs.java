package linli.bot.faq;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The answers of the community. */
@Component
@Transactional
public class Faqs {

    private final FaqMapper mapper;

    Faqs(FaqMapper mapper) {
        this.mapper = mapper;
    }

    /** The approved answer whose keyword in the text is longest; none when two are equally long, since a wrong one is worse. */
    public Optional<Faq> find(String text) {
        String plain = plain(text);
        int best = 0;
        Faq found = null;
        for (Faq faq : all()) {
            int length = faq.approved() ? longestKeyword(faq, plain) : 0;
            if (length > best) {
                best = length;
                found = faq;
            } else if (length == best) {
                found = null;
            }
        }
        return Optional.ofNullable(found);
    }

    private static int longestKeyword(Faq faq, String plain) {
        return faq.keywords().stream()
                .map(keyword -> plain(keyword).split("\\+"))
                .filter(words -> Arrays.stream(words).allMatch(plain::contains))
                .mapToInt(words -> Arrays.stream(words).mapToInt(String::length).sum())
                .max()
                .orElse(0);
    }

    /** Full-width and half-width alike, without case and blanks. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }

    public List<Faq> all() {
        return mapper.findAll().stream().map(FaqRow::toFaq).toList();
    }

    /** Adds or, by title, changes an answer. */
    public void put(String title, List<String> keywords, String answer, boolean approved) {
        mapper.put(title, keywords.toArray(String[]::new), answer, approved);
    }
}
