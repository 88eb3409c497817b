package linli.bot.parsing;

/**
 * What a word of {@code config/lexicon/signs.csv} says about the line it stands in: why a trouble is none (vetoes), what
 * is asked, what an open ticket gains, what staff should know.
 */
enum Sign {
    /** Figures of speech: 笑死, 像…一样. */
    FIGURE,
    /** Over and done with: 上个月, 去年. */
    PAST,
    /** Still or again, which takes {@link #PAST} back. */
    STILL,
    /** Works again: 修好了. */
    FIXED,
    /** Not so: 没坏. */
    NEGATED,
    /** If it were: 要是, 万一. */
    HYPOTHETICAL,
    /** Somebody else's word: 听说. */
    HEARSAY,
    /** Somewhere else: 老家, 隔壁小区. */
    OUTSIDE,
    /** Seen, not lived: 电影, 抖音. */
    MEDIA,
    DRILL,
    /** Selling, letting, recruiting, collecting orders. */
    TRADE,
    FRAUD,
    /** Voting and 接龙: +1 counts for something else. */
    POLL,
    /** Borrowing and tips between neighbours. */
    NEIGHBOURLY,

    /** Is it so: 是不是, 吗. */
    DOUBT,
    /** Why is it so, which grumbles rather than asks: 怎么, 咋个. */
    WHY,
    /** Who or where or how: 哪个晓得, 在哪里办. */
    ENQUIRY,
    /** Is it mended: 补了没, 修好没. */
    MENDED,
    /** Please do: 来个人修一下. */
    REQUEST,
    SUGGEST,
    /** Blames: 乱收, 不作为. */
    BLAME,

    /** Something else beside: 另外. */
    ALSO,

    SAME, ASK, AGAIN, THANKS, HANDLING,

    EMOTION, GATHERING, NAMED_LIST, PROXY
}
