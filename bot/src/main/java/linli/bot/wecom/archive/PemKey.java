package linli.bot.wecom.archive;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Reads an RSA private key in PEM: PKCS#8, or PKCS#1 as older versions of openssl write it. */
final class PemKey {

    private static final String PKCS1 = "RSA PRIVATE KEY";

    private PemKey() {}

    static PrivateKey read(String pem) throws GeneralSecurityException {
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]*-----", ""));
            byte[] pkcs8 = pem.contains(PKCS1) ? wrap(der) : der;
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (IOException | IllegalArgumentException e) {
            throw new GeneralSecurityException("not a private key in PEM", e);
        }
    }

    private static byte[] wrap(byte[] pkcs1) throws IOException {
        AlgorithmIdentifier rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
        return new PrivateKeyInfo(rsa, RSAPrivateKey.getInstance(pkcs1)).getEncoded();
    }
}
