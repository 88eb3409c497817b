package linli.bot.workbench;

import linli.bot.parsing.Parser;
import linli.bot.thread.ThreadReader;
import org.springframework.stereotype.Component;

/** The reader that is in use on this node. Ask for it at each line; it is exchanged as one. */
@Component
public class LiveReader {

    private volatile InUse inUse;

    LiveReader(Parser parser, ThreadReader thread) {
        this.inUse = new InUse(parser, thread);
    }

    /** Words and model that belong together. */
    public record InUse(Parser parser, ThreadReader thread) {}

    public InUse inUse() {
        return inUse;
    }
}
