package org.tongxing.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** What a password has to be, and initial ones that are. */
final class PasswordStrength {

    private static final int SHORTEST = 10;
    /** BCrypt reads no further. */
    private static final int LONGEST_BYTES = 72;

    private static final int DISTINCT = 6;
    private static final int KINDS = 3;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordStrength() {}

    /** Ten characters, six of them different, of three kinds, and without the user name. */
    static boolean suffices(String password, String username) {
        return password.length() >= SHORTEST
                && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES
                && password.chars().distinct().count() >= DISTINCT
                && kinds(password) >= KINDS
                && !password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT));
    }

    /** An initial password, easy to read out: three groups without letters that look alike. */
    static String initial() {
        while (true) {
            StringBuilder made = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                made.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
            }
            if (kinds(made.toString()) > KINDS) {
                return made.toString();
            }
        }
    }

    private static long kinds(String password) {
        return Stream.<IntPredicate>of(
                        Character::isLowerCase,
                        Character::isUpperCase,
                        Character::isDigit,
                        letter -> !Character.isLetterOrDigit(letter))
                .filter(kind -> password.chars().anyMatch(kind))
                .count();
    }
}
