package linli.bot.sandbox.server.archive;

import jakarta.annotation.PostConstruct;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import linli.bot.sandbox.server.world.Sql;
import linli.bot.time.MachineClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** RSA pairs by version. A rotation adds one for what is said from then on; older items stay under theirs. */
@Component
public class ArchiveKeys {

    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final JdbcClient jdbc;
    private final MachineClock clock;
    private final Map<Integer, PublicKey> known = new ConcurrentHashMap<>();

    ArchiveKeys(JdbcClient jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param pem the private key, PKCS#8 */
    public record PrivateKey(int version, String pem) {

        @Override
        public String toString() {
            return "PrivateKey[" + version + "]";
        }
    }

    @PostConstruct
    void makeFirst() {
        if (privateKeys().isEmpty()) {
            rotate();
        }
    }

    public List<PrivateKey> privateKeys() {
        return jdbc.sql("select version, private_key from sandbox.archive_key order by version")
                .query((row, n) -> new PrivateKey(row.getInt(1), row.getString(2)))
                .list();
    }

    /** @return the new version */
    public int rotate() {
        KeyPair pair = generate();
        return jdbc.sql("""
                        insert into sandbox.archive_key (version, private_key, public_key, created_at)
                        select coalesce(max(version), 0) + 1, ?, ?, ? from sandbox.archive_key returning version""")
                .params(
                        "-----BEGIN PRIVATE KEY-----\n" + PEM.encodeToString(pair.getPrivate().getEncoded())
                                + "\n-----END PRIVATE KEY-----\n",
                        Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                        Sql.at(clock.now()))
                .query(Integer.class)
                .single();
    }

    PublicKey publicKey(int version) {
        return known.computeIfAbsent(version, this::read);
    }

    private PublicKey read(int version) {
        String key = jdbc.sql("select public_key from sandbox.archive_key where version = ?")
                .param(version)
                .query(String.class)
                .single();
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
