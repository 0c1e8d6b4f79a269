package org.tongxing.sandbox;

import java.util.Map;

/** The people of the sample town who may sign in; opened when there is no account yet. All are fictional. */
final class SampleAccounts {

    private static final String[][] PEOPLE = {
        {"hm.jinbao", "何明", "TOWNSHIP_ADMIN", "511304114"},
        {"lp.jinbao", "李萍", "CHILD_SUPERVISOR", "511304114", "14000000012"},
        {"tx.chuanzhu", "唐欣", "CHILD_DIRECTOR", "511304114001", "14000000002"},
        {"ld.jinbao", "林栋", "UNIT_LIAISON", "511304114"},
        {"zy.jialing", "周毅", "COUNTY_ADMIN", "511304"},
        {"wr.nanchong", "文睿", "CITY_ADMIN", "5113"},
        {"ln.sichuan", "罗宁", "PROVINCE_ADMIN", "51"},
        {"aq.jialing", "安清", "SECURITY_ADMIN", "511304"},
        {"sj.jialing", "沈静", "AUDITOR", "511304"},
    };

    private SampleAccounts() {}

    static void put(Map<String, Object> properties) {
        for (int i = 0; i < PEOPLE.length; i++) {
            String key = "tongxing.accounts.first[" + i + "].";
            properties.put(key + "username", PEOPLE[i][0]);
            properties.put(key + "display-name", PEOPLE[i][1]);
            properties.put(key + "password", "Tongxing-2026");
            properties.put(key + "role", PEOPLE[i][2]);
            properties.put(key + "division", PEOPLE[i][3]);
            if (PEOPLE[i].length > 4) {
                properties.put(key + "phone", PEOPLE[i][4]);
            }
        }
    }
}
