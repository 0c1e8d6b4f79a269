package org.tongxing.register;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.tongxing.contract.ProblemCode;
import org.tongxing.coverage.ChildList;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.kernel.Scope;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;

/** Workbooks made in the background: asked for, waited for, fetched within a day, then deleted. */
@Service
@RequiredArgsConstructor
public class Exports {

    private static final int MOST_AT_ONCE = 5;

    private final ExportMapper mapper;
    private final Pieces pieces;
    private final ExportJobs jobs;
    private final Divisions divisions;
    private final SealedFilter filters;
    private final Vault vault;
    private final Clock clock;

    /**
     * Asks for a workbook; asking again for one that is being made answers that one.
     *
     * @throws Refusal PURPOSE_MISSING for names without one, ROLE_MAY_NOT where the role shows no names
     */
    public Export ask(Caller caller, DivisionCode division, Ask asked) {
        Ask ask = checked(caller, asked);
        Scope scope = caller.scope().within(division);
        this.divisions.get(scope.division());
        String key = key(caller, scope, ask);
        Long running = this.mapper.running(key);
        if (running == null) {
            if (this.mapper.countRunning(caller.accountId()) >= MOST_AT_ONCE) {
                throw new Refusal(ProblemCode.TOO_OFTEN);
            }
            ExportMapper.NewExport fresh = new ExportMapper.NewExport(
                    ask, this.filters.seal(ask.filter()), scope, caller, LocalDateTime.now(this.clock), key);
            try {
                this.mapper.insert(fresh);
                running = fresh.getId();
            } catch (DuplicateKeyException askedTwice) {
                running = Objects.requireNonNull(this.mapper.running(key));
            }
        }
        this.jobs.begin(running);
        return get(caller, running);
    }

    public Export get(Caller caller, long id) {
        return view(List.of(find(caller, id))).get(0);
    }

    /** The last twenty exports of the caller. */
    public List<Export> mine(Caller caller) {
        return view(this.mapper.mine(caller.scope(), caller.accountId()));
    }

    /** Stops making a workbook, or deletes one that is ready. */
    public void drop(Caller caller, long id) {
        find(caller, id);
        if (this.mapper.cancel(id) == 0) {
            throw new Refusal(ProblemCode.EXPORT_NOT_READY);
        }
        this.pieces.delete(id);
    }

    /**
     * The finished file.
     *
     * @throws Refusal EXPORT_NOT_READY before it is made and after it has expired
     */
    public Download download(Caller caller, long id) {
        ExportMapper.ExportRow row = find(caller, id);
        if (Export.state(row, LocalDateTime.now(this.clock)) != ExportState.READY
                || (row.named() && !mayName(caller.role()))) {
            throw new Refusal(ProblemCode.EXPORT_NOT_READY);
        }
        Export export = view(List.of(row)).get(0);
        String what = switch (row.kind()) {
            case REGISTER -> "结对帮扶台账-";
            case REFRESH -> row.ofYear() + "年三月底更新-";
            case CHILDREN -> "儿童名单-";
        };
        return new Download(
                export.divisionName() + what + row.onDay() + (row.named() ? "-带姓名" : "") + ".xlsx",
                row.bytes(),
                out -> this.pieces.read(caller.scope(), id, row.attempts(), out));
    }

    private Ask checked(Caller caller, Ask ask) {
        boolean wholeVillages = ask.kind() == ExportKind.REFRESH;
        if (!caller.role().readsCases()
                || (ask.named() && !mayName(caller.role()))
                || (wholeVillages && caller.scope().unitId() != null)) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        boolean narrowed = ask.kind() == ExportKind.CHILDREN;
        if (ask.on().isAfter(LocalDate.now(this.clock))
                || ask.on().getYear() < Quarter.EARLIEST
                || wholeVillages == (ask.year() == null)
                || narrowed == (ask.filter() == null)) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        if (!ask.named()) {
            return new Ask(ask.kind(), ask.on(), ask.year(), false, null, null, ask.filter());
        }
        boolean explained = ask.note() != null && !ask.note().isBlank();
        if (ask.purpose() == null || (ask.purpose() == Purpose.OTHER && !explained)) {
            throw new Refusal(ProblemCode.PURPOSE_MISSING);
        }
        return new Ask(
                ask.kind(),
                ask.on(),
                ask.year(),
                true,
                ask.purpose(),
                explained ? Objects.requireNonNull(ask.note()).strip() : null,
                ask.filter());
    }

    /** Looking at one child and carrying a village away are different things: names go to those who answer for all. */
    private static boolean mayName(Role role) {
        return role.arranges() || role == Role.CHILD_DIRECTOR;
    }

    /** A fingerprint with a key, because a filter may hold a name. */
    private String key(Caller caller, Scope scope, Ask ask) {
        return Objects.requireNonNull(
                this.vault.digest(caller.accountId() + "|" + scope.division() + "|" + scope.unitId() + "|" + ask));
    }

    private ExportMapper.ExportRow find(Caller caller, long id) {
        ExportMapper.ExportRow row = this.mapper.find(caller.scope(), caller.accountId(), id);
        if (row == null) {
            throw Refusal.notFound("register-export", id);
        }
        return row;
    }

    private List<Export> view(List<ExportMapper.ExportRow> rows) {
        LocalDateTime now = LocalDateTime.now(this.clock);
        Map<String, String> names = this.divisions.names(rows.stream()
                .map(ExportMapper.ExportRow::divisionCode)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> Export.of(row, names.getOrDefault(row.divisionCode(), "全国"), now))
                .toList();
    }

    /**
     * What to make.
     *
     * @param on the day it shows
     * @param year of a refresh only
     * @param named with names, which needs a purpose; masked otherwise
     * @param note what for, in one sentence, where none of the purposes fits
     * @param filter what a list of children is narrowed to; of such a list only
     */
    public record Ask(
            ExportKind kind,
            LocalDate on,
            @Nullable Integer year,
            boolean named,
            @Nullable Purpose purpose,
            @Nullable String note,
            ChildList.@Nullable Filter filter) {}

    /** A file on its way to whoever asked for it. */
    public record Download(String fileName, long bytes, Content content) {}

    /** Writes the file. */
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }
}
