package org.tongxing.region.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.region.Division;
import org.tongxing.region.Divisions;

@RestController
@RequestMapping("/api/admin/divisions")
@RequiredArgsConstructor
class DivisionController {

    private final Divisions divisions;

    @GetMapping("/{code}")
    DivisionView get(Caller caller, @PathVariable String code) {
        DivisionCode asked = caller.scope().within(new DivisionCode(code)).division();
        Division division = this.divisions.get(asked);
        return new DivisionView(
                division.code().value(),
                division.name(),
                division.level(),
                this.divisions.ancestors(asked).stream().map(DivisionRef::of).toList(),
                this.divisions.children(asked).stream().map(DivisionRef::of).toList());
    }

    /** A division with its way up and its next level down. */
    record DivisionView(
            String code,
            String name,
            DivisionCode.Level level,
            List<DivisionRef> ancestors,
            List<DivisionRef> children) {}

    /** A division in a list. */
    record DivisionRef(String code, String name, DivisionCode.Level level) {

        static DivisionRef of(Division division) {
            return new DivisionRef(division.code().value(), division.name(), division.level());
        }
    }
}
