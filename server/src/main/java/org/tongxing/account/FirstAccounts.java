package org.tongxing.account;

import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;

/** Opens the first accounts of an installation that has none: a security administrator, or the sandbox's sample people. */
@Component
@RequiredArgsConstructor
class FirstAccounts implements ApplicationRunner {

    private static final LocalDate SINCE = LocalDate.of(2000, 1, 1);

    private final Accounts accounts;
    private final Settings settings;

    @Override
    public void run(ApplicationArguments arguments) {
        if (this.accounts.none()) {
            this.settings
                    .first()
                    .forEach(first -> this.accounts.open(
                            new Accounts.NewAccount(
                                    first.username(),
                                    first.displayName(),
                                    first.password(),
                                    first.phone(),
                                    new NewRole(first.role(), new DivisionCode(first.division()), null, SINCE, null)),
                            null));
        }
    }

    /** The accounts to open; everybody chooses a password of his or her own at the first sign-in. */
    @ConfigurationProperties("tongxing.accounts")
    record Settings(@DefaultValue List<First> first) {}

    /** One of the first accounts. */
    record First(
            String username,
            String displayName,
            String password,
            @Nullable String phone,
            Role role,
            String division) {}
}
