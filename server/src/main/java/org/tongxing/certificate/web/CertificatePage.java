package org.tongxing.certificate.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.tongxing.certificate.Certificate;
import org.tongxing.certificate.Certificates;

/** What anybody may know who holds the number of a certificate: that it is one, and what it says in figures; no name. */
@RestController
@RequiredArgsConstructor
class CertificatePage {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{12}");
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Certificates certificates;
    private final CertificateFiles files;

    @GetMapping("/certificates/{number}")
    ResponseEntity<String> page(@PathVariable String number) {
        String typed = number.toUpperCase(Locale.ROOT);
        Optional<Certificate> found =
                NUMBER.matcher(typed).matches() ? this.certificates.byNumber(typed) : Optional.empty();
        return ResponseEntity.status(found.isPresent() ? 200 : 404)
                .contentType(HTML)
                .body(html(found.map(this::words).orElse("<p>没有这个编号的证明。对着纸上的编号再看一遍。</p>")));
    }

    private String words(Certificate one) {
        String state = one.isRevoked() ? "<p><strong>这份证明已经作废。</strong></p>" : "<p><strong>这份证明是真的。</strong></p>";
        return state
                + """
                <dl>
                <dt>编号</dt><dd>%s</dd>
                <dt>出具的地方</dt><dd>%s</dd>
                <dt>出具的日子</dt><dd>%s</dd>
                <dt>服务的日子</dt><dd>%s 至 %s</dd>
                <dt>服务次数</dt><dd>%d 次</dd>
                <dt>记有时长的</dt><dd>%d 分钟</dd>
                </dl>
                <p>这一页不写姓名。请和纸上的次数、日子对一对。</p>
                """.formatted(
                                one.number(),
                                HtmlUtils.htmlEscape(this.files.placeName(one)),
                                one.issuedOn(),
                                one.fromOn(),
                                one.untilOn(),
                                one.lines().size(),
                                one.minutes());
    }

    private static String html(String words) {
        return """
                <!doctype html>
                <html lang="zh-CN">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex"><title>核对志愿服务证明 · 童行</title>
                <style>
                body { margin: 0; background: #f6f3ec; color: #22332e; font: 17px/1.6 sans-serif }
                main { max-width: 32em; margin: 0 auto; padding: 24px 16px }
                h1 { font-size: 1.4em }
                strong { font-size: 1.15em }
                dl { display: grid; grid-template-columns: max-content 1fr; gap: 8px 24px; padding: 16px; margin: 0;
                     background: #fffdf8; border: 1px solid #ded7c8; border-radius: 12px }
                dt { color: #56635d }
                dd { margin: 0 }
                </style></head>
                <body><main><h1>核对志愿服务证明</h1>%s</main></body>
                </html>
                """.formatted(words);
    }
}
