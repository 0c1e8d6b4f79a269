package org.tongxing.pairing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.child.CaseFile;
import org.tongxing.child.Children;
import org.tongxing.helper.CadreFamily;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;

/** The named constraints of a family pairing; the dialog, the check on saving and the re-check all ask here. */
@Component
@RequiredArgsConstructor
class Constraints {

    private static final int GIRL_AGE = 8;

    private final Children children;
    private final PairingMapper mapper;

    List<Finding> findings(Scope scope, CaseFile child, CadreFamily family, LocalDate on) {
        List<Finding> findings = new ArrayList<>();
        girlNeedsFemaleCadre(child, family, on).ifPresent(findings::add);
        siblingsTogether(scope, child, family).ifPresent(findings::add);
        findings.add(linkedVillage(child, family));
        findings.add(capacity(family));
        return findings;
    }

    /** 8周岁以上的女童原则安排女性干部职工及其家庭结对; 八周岁以上 includes the eighth birthday. */
    private static Optional<Finding> girlNeedsFemaleCadre(CaseFile child, CadreFamily family, LocalDate on) {
        boolean girl = child.sex() == Sex.FEMALE && !on.isBefore(child.birthOn().plusYears(GIRL_AGE));
        if (!girl) {
            return Optional.empty();
        }
        boolean broken = family.cadreSex() != Sex.FEMALE;
        return Optional.of(new Finding(
                "girlNeedsFemaleCadre",
                "JB-24",
                Finding.Force.IN_PRINCIPLE,
                broken,
                broken ? "八岁以上女童要配女干部" : "八岁以上女童：女性干部"));
    }

    /** 同一家庭有多名困境儿童原则上由同一户爱心家庭帮扶. */
    private Optional<Finding> siblingsTogether(Scope scope, CaseFile child, CadreFamily family) {
        List<FamilyId> withSiblings = this.children.siblings(scope, child).stream()
                .flatMap(sibling -> this.mapper.ofChild(sibling.value()).stream())
                .filter(episode -> Pairing.Status.ACTIVE.name().equals(episode.status()))
                .map(episode -> new FamilyId(episode.familyId()))
                .distinct()
                .toList();
        if (withSiblings.isEmpty()) {
            return Optional.empty();
        }
        boolean broken = !withSiblings.contains(family.id());
        return Optional.of(new Finding(
                "siblingsTogether",
                "JB-22",
                Finding.Force.IN_PRINCIPLE,
                broken,
                broken ? "兄弟姐妹在另一户，要同一户" : "和兄弟姐妹同一户"));
    }

    /** 结对帮扶原则上按照所在单位联系的村: preferred, since the planner weighs it against distance. */
    private static Finding linkedVillage(CaseFile child, CadreFamily family) {
        boolean broken = !child.village().equals(family.linkedVillage());
        return new Finding("linkedVillage", "JB-25", Finding.Force.PREFERRED, broken, broken ? "不在联系村" : "就在联系村");
    }

    private Finding capacity(CadreFamily family) {
        int load = this.mapper.activeOf(family.id().value()).size();
        boolean broken = load >= family.capacity();
        return new Finding(
                "capacity",
                "容量",
                Finding.Force.LOCAL,
                broken,
                broken ? "这家已带 " + load + " 名，满了" : "还空 " + (family.capacity() - load) + " 个名额");
    }
}
