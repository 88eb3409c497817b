package linli.bot.outbox;

/**
 * Posts a staged line for the person who tapped it. Exists where that is possible without WeCom's own window: in the sandbox.
 * At a real tenant the person pastes it, or WeCom's tool bar sends it. Implemented by an edge.
 */
public interface TapPost {

    /**
     * Posts it; the same line again has one effect.
     *
     * @throws SendFailed when it did not get there, or nobody knows whether it did
     */
    void post(Line line) throws SendFailed;
}
