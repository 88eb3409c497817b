package linli.bot.sandbox.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import linli.bot.rehearsal.Office;
import linli.bot.time.ClockStore;
import linli.bot.time.CommunityClock;
import linli.bot.time.MachineClock;
import linli.bot.time.TimeTravel;

/**
 * All that the sandbox shares with the product.
 *
 * @param travel how time is moved so that everything due on the way is done; empty where nobody does that
 * @param office the staff's side of a play; empty where there is nobody
 * @param callback where the app takes its callbacks; empty while the app is not listening yet
 * @param world file of the groups and people to begin with
 * @param config the configuration folder: transcripts and the reader's lexicon
 */
public record Surroundings(
        int port,
        Tenant tenant,
        DataSource database,
        CommunityClock community,
        MachineClock machine,
        ClockStore clockStore,
        Supplier<Optional<TimeTravel>> travel,
        Supplier<Optional<Office>> office,
        Supplier<Optional<URI>> callback,
        Path world,
        Path config) {}
