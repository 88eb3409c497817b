package linli.bot.faq;

import java.util.List;

/** A row of {@code faq}, its keywords joined by line ends by the query. */
record FaqRow(long id, String title, String keywords, String answer, boolean approved) {

    Faq toFaq() {
        return new Faq(id, title, List.of(keywords.split("\n")), answer, approved);
    }
}
