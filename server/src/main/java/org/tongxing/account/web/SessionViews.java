package org.tongxing.account.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.account.Accounts.HeldRole;
import org.tongxing.account.SecondFactor;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;

/** What the console sends and reads about its session. */
final class SessionViews {

    private SessionViews() {}

    /** Name and password, and the code if the person knows that one is asked for. */
    record Credentials(
            @NotBlank @Size(max = 40) String username,
            @NotBlank @Size(max = 200) String password,
            @Nullable @Size(max = 10) String code) {}

    /** A code of the authenticator app. */
    record Code(
            @NotBlank @Pattern(regexp = "\\s*\\d{6}\\s*") String code) {}

    /** The role to act in from now on. */
    record RoleChoice(long roleId) {}

    /** The password in use and the one to use from now on. */
    record PasswordChange(
            @NotBlank @Size(max = 200) String current,
            @NotBlank @Size(max = 200) String replacement) {}

    /** Who is signed in, in which role, what is still owed, and how many children he or she looked at today. */
    record SessionView(
            long accountId,
            String username,
            String displayName,
            boolean mustChangePassword,
            SecondFactor.State secondFactor,
            RoleView role,
            List<RoleView> roles,
            LocalDate today,
            int readsToday) {}

    /** A role with its place. */
    record RoleView(
            long id,
            Role role,
            PlaceView division,
            @Nullable Long unitId,
            @Nullable LocalDate endsOn) {

        static RoleView of(HeldRole held) {
            return new RoleView(
                    held.id(),
                    held.role(),
                    new PlaceView(
                            held.division().value(),
                            held.divisionName(),
                            held.division().level()),
                    held.unitId(),
                    held.endsOn());
        }
    }

    /** Where a role holds or an account is kept. */
    record PlaceView(String code, String name, DivisionCode.Level level) {}
}
