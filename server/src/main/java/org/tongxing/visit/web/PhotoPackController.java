package org.tongxing.visit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.media.Captions;
import org.tongxing.media.PhotoDesk;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;
import org.tongxing.visit.VisitDesk;
import org.tongxing.visit.VisitSheet;

/** The photos of a visit as copies with the caption an inspection asks for; what is kept has none. */
@RestController
@RequestMapping("/api/admin/visits/{id}/photo-pack")
@RequiredArgsConstructor
class PhotoPackController {

    private final VisitDesk desk;
    private final PhotoDesk photos;
    private final Captions captions;
    private final Children children;
    private final Divisions divisions;
    private final AuditLog audit;

    /** 某某县(市、区)某某儿童照片, below each copy; numbers as file names, because names have no business there. */
    @Clause("SG-26")
    @PostMapping
    ResponseEntity<byte[]> pack(Caller caller, @PathVariable long id, @Valid @RequestBody PackPurpose purpose)
            throws IOException {
        VisitSheet sheet = this.desk.get(caller, id);
        if (sheet.photos().visible().isEmpty()) {
            throw new Refusal(sheet.photos().held() > 0 ? ProblemCode.PHOTO_HELD : ProblemCode.NOT_FOUND);
        }
        this.audit.record(caller, Deed.EXPORTED, sheet.children(), purpose.purpose());
        String caption = caption(caller.scope(), sheet.children());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            int number = 1;
            for (long photo : sheet.photos().visible()) {
                zip.putNextEntry(new ZipEntry(number + ".jpg"));
                zip.write(this.captions.below(this.photos.bytes(caller.scope(), photo), caption));
                zip.closeEntry();
                number++;
            }
            zip.putNextEntry(new ZipEntry("说明.txt"));
            zip.write(note(sheet).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("visit-" + id + ".zip")
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    /** When the visit was and came in, and how many photos it has, beside what the rule book asks. */
    private static String note(VisitSheet sheet) {
        VisitSheet.HandIn asked = sheet.handIn();
        int photos = sheet.photos().visible().size();
        String came =
                "走访日期：%s\n交到日期：%s".formatted(sheet.on(), sheet.recordedAt().toLocalDate());
        return asked == null
                ? "%s\n照片：%d 张\n".formatted(came, photos)
                : "%s，走访后第 %d 天%s，应在第 %d 天内〔%s〕\n照片：%d 张，每户最少 %d 张〔%s〕\n"
                        .formatted(
                                came,
                                asked.after(),
                                sheet.late() ? "，交得晚" : "",
                                asked.within(),
                                asked.clause(),
                                photos,
                                asked.photos(),
                                asked.clause());
    }

    private String caption(Scope scope, List<Long> ids) {
        List<KnownChild> shown = List.copyOf(this.children.known(scope, ids).values());
        DivisionCode county = shown.get(0).village().at(DivisionCode.Level.COUNTY);
        String place = this.divisions.names(List.of(county.value())).getOrDefault(county.value(), "");
        return place + shown.stream().map(KnownChild::name).collect(Collectors.joining("、")) + "儿童照片";
    }

    /** What the copies are for. */
    record PackPurpose(@NotBlank @Size(max = 150) String purpose) {}
}
