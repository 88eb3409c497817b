package linli.bot.entry;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import linli.bot.problem.Invalid;

/**
 * A photograph as it is kept: drawn anew as a JPEG of moderate size, so that neither the place nor the device the camera
 * noted, nor anything hidden in the file, is kept with it.
 */
final class Snapshot {

    /** Enough to read a sign; a longer side is scaled down. */
    private static final int LONGEST_SIDE = 1600;

    /** A picture larger than any telephone's is no photograph. */
    private static final long MOST_PIXELS = 120_000_000;

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "bmp");
    private static final int ORIENTATION = 0x0112;

    private Snapshot() {}

    /** @throws Invalid when the file is no picture we can draw */
    static byte[] of(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            ImageReader reader = readers.hasNext() ? readers.next() : null;
            if (reader == null || !FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) {
                throw new Invalid("problem.entry.photo");
            }
            try {
                reader.setInput(in, true, true);
                return jpeg(upright(read(reader), orientation(file)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new Invalid("problem.entry.photo");
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            throw new Invalid("problem.entry.photo");
        }
        ImageReadParam every = reader.getDefaultReadParam();
        int nth = (int) Math.max(1, Math.max(width, height) / LONGEST_SIDE);
        every.setSourceSubsampling(nth, nth, 0, 0);
        return reader.read(0, every);
    }

    /** As it was held, at most so large, on white where it was transparent. */
    private static BufferedImage upright(BufferedImage picture, int orientation) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
        boolean lying = orientation >= 5 && orientation <= 8;
        BufferedImage drawn = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform turn = new AffineTransform();
        switch (orientation) {
            case 3, 4 -> turn.rotate(Math.PI, width / 2.0, height / 2.0);
            case 5, 6 -> {
                turn.translate(height, 0);
                turn.rotate(Math.PI / 2);
            }
            case 7, 8 -> {
                turn.translate(0, width);
                turn.rotate(-Math.PI / 2);
            }
            default -> { }
        }
        turn.scale(scale, scale);
        pen.drawImage(picture, turn, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "jpeg", out)) {
            throw new Invalid("problem.entry.photo");
        }
        return out.toByteArray();
    }

    /** How the camera was held (Exif tag Orientation), 1 when the file does not say. */
    private static int orientation(byte[] file) {
        int at = 2;
        while (at + 10 < file.length && (file[at] & 0xFF) == 0xFF) {
            int marker = file[at + 1] & 0xFF;
            int length = (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
            if (marker == 0xE1 && at + 2 + length <= file.length && "Exif".equals(new String(file, at + 4, 4, StandardCharsets.US_ASCII))) {
                return orientationIn(ByteBuffer.wrap(file, at + 10, length - 8).slice());
            }
            if (marker == 0xDA || length < 2) {
                return 1;
            }
            at += 2 + length;
        }
        return 1;
    }

    private static int orientationIn(ByteBuffer tiff) {
        if (tiff.limit() < 14) {
            return 1;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = directory < 8 || directory + 2 > tiff.limit() ? 0 : tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries && directory + 2 + 12 * (i + 1) <= tiff.limit(); i++) {
            int tag = directory + 2 + 12 * i;
            if ((tiff.getShort(tag) & 0xFFFF) == ORIENTATION) {
                return tiff.getShort(tag + 8) & 0xFFFF;
            }
        }
        return 1;
    }
}
