package linli.bot.sandbox;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code scripts/simulate FILE}: plays a transcript into a running sandbox and reports line by line. Needs nothing but a JDK, so
 * it runs from its source too. Ends with 0 when every expectation was met, 1 when not, 2 when it could not be played.
 */
public final class Simulate {

    private static final Pattern ERROR = Pattern.compile("\"error\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private Simulate() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (args.length != 2) {
            out.println("用法：scripts/simulate 剧本文件");
            System.exit(2);
        }
        System.exit(play(args[0], Path.of(args[1]), out));
    }

    private static int play(String base, Path file, PrintStream out) throws IOException, InterruptedException {
        if (!Files.isReadable(file)) {
            out.println("读不到剧本 " + file);
            return 2;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/sandbox/api/plays"))
                .header("Accept", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        HttpResponse<InputStream> answer;
        try {
            answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            out.println("连不上沙箱 " + base + "，请先运行 scripts/start。");
            return 2;
        }
        if (answer.statusCode() != 200) {
            out.println(sentence(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8)));
            return 2;
        }
        return report(answer.body(), out);
    }

    private static String sentence(String body) {
        Matcher error = ERROR.matcher(body);
        return error.find() ? error.group(1).replace("\\\"", "\"") : body;
    }

    private static int report(InputStream body, PrintStream out) throws IOException {
        boolean failed = false;
        String last = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.println(line);
                failed |= line.startsWith("✗");
                last = line;
            }
        } catch (IOException e) {
            out.println("播放中断，请看沙箱的日志。");
            return 2;
        }
        if (!last.contains("剧本")) {
            out.println("播放没有走到最后，请看沙箱的日志。");
            return 2;
        }
        return failed ? 1 : 0;
    }
}
