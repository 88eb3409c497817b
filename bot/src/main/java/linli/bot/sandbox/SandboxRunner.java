package linli.bot.sandbox;

import linli.bot.sandbox.server.SandboxWeb;
import linli.bot.sandbox.server.Surroundings;
import org.springframework.context.SmartLifecycle;

/** Starts the sandbox before anybody who needs WeCom starts, and stops it after they have stopped. */
class SandboxRunner implements SmartLifecycle {

    static final int PHASE = -1000;

    private final Surroundings surroundings;
    private volatile SandboxWeb web;

    SandboxRunner(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void start() {
        web = SandboxWeb.open(surroundings);
    }

    @Override
    public void stop() {
        web.close();
        web = null;
    }

    @Override
    public boolean isRunning() {
        return web != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
