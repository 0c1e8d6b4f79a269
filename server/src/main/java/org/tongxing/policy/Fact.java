package org.tongxing.policy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;

/** One thing known of a child that a rule may ask for. */
public sealed interface Fact {

    /** Whose situation is told. */
    enum Parent {
        FATHER,
        MOTHER
    }

    /** How a parent stands; several may hold at once, and none recorded means unknown. */
    enum Situation {
        AT_HOME("在家"),
        WORKING_AWAY("外出务工"),
        DIVORCED("离婚"),
        DEAD("去世"),
        MISSING("失踪"),
        SEVERELY_DISABLED("重残"),
        /** 精神、智力残疾, of whatever level. */
        MENTALLY_DISABLED("精神、智力残疾"),
        SERIOUSLY_ILL("重病"),
        /** 长期吸毒、酗酒、赌博. */
        ADDICTED("长期吸毒、酗酒、赌博"),
        IMPRISONED("服刑在押"),
        COMPULSORY_REHAB("强制隔离戒毒"),
        OTHERWISE_RESTRICTED("被其他措施限制人身自由"),
        OUT_OF_CONTACT("失联"),
        GUARDIANSHIP_REVOKED("被撤销监护资格"),
        DEPORTED("被遣送（驱逐）出境"),
        UNKNOWN("不详");

        private final String label;

        Situation(String label) {
            this.label = label;
        }

        public String label() {
            return this.label;
        }
    }

    /**
     * A parent's situation.
     *
     * @param place where a parent works who is away, as exactly as it is known
     * @param shortReturns days at home on leave or for a visit; a parent who came home for good is AT_HOME
     */
    record ParentSituation(
            Parent parent, Situation situation, @Nullable DivisionCode place, List<Period> shortReturns)
            implements Fact {

        public ParentSituation {
            shortReturns = List.copyOf(shortReturns);
            if (situation != Situation.WORKING_AWAY && (place != null || !shortReturns.isEmpty())) {
                throw new IllegalArgumentException("Only a parent working away has a place and short returns");
            }
        }

        public static ParentSituation of(Parent parent, Situation situation) {
            return new ParentSituation(parent, situation, null, List.of());
        }

        public static ParentSituation workingAway(Parent parent, @Nullable DivisionCode place, Period... returns) {
            return new ParentSituation(parent, Situation.WORKING_AWAY, place, List.of(returns));
        }
    }

    /** 经综合判断，确实难以履行监护职责: somebody has judged so, and the judgement is recorded. */
    record JudgedIncapable(Parent parent) implements Fact {}

    /** 户籍: where the child is registered, and whether as a rural resident. */
    record Hukou(boolean rural, DivisionCode place) implements Fact {}

    /** What the child's family is recognised as. */
    enum FamilyBenefit implements Fact {
        LOW_INCOME("低保"),
        LOW_INCOME_MARGIN("低保边缘"),
        EXPENDITURE_POOR("支出型困难"),
        EXTREME_POVERTY("特困供养");

        private final String label;

        FamilyBenefit(String label) {
            this.label = label;
        }

        public String label() {
            return this.label;
        }
    }

    /** A disability certificate. */
    record Disability(DisabilityType type, int level) implements Fact {

        public Disability {
            if (level < 1 || level > 4) {
                throw new IllegalArgumentException("A disability has a level from 1 to 4");
            }
        }
    }

    /** The seven types of the certificate. */
    enum DisabilityType {
        VISUAL("视力"),
        HEARING("听力"),
        SPEECH("言语"),
        PHYSICAL("肢体"),
        INTELLECTUAL("智力"),
        MENTAL("精神"),
        MULTIPLE("多重");

        private final String label;

        DisabilityType(String label) {
            this.label = label;
        }

        public String label() {
            return this.label;
        }
    }

    /** What an illness cost, against what the place's 大病保险 asks in that year; counted from the day it was reached. */
    record Illness(BigDecimal cost, BigDecimal threshold) implements Fact {}

    /** What a department has recognised of the child itself. */
    enum Status implements Fact {
        ORPHAN("孤儿"),
        /** 查找不到生父母. */
        ABANDONED("查找不到生父母"),
        IN_INSTITUTION("集中供养"),
        HIV_INFECTED("艾滋病病毒感染"),
        CIVIL_AFFAIRS_GUARDIANSHIP("民政部门监护"),
        /** Another type set by the city or county. */
        LOCALLY_RECOGNISED("当地认定的其他情形");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return this.label;
        }
    }

    /** What somebody found, and stands for. */
    enum Found implements Fact {
        /** 虐待、遗弃、意外伤害、不法侵害, threatening the child's safety. */
        HARM("受到侵害、虐待、遗弃或意外伤害"),
        /** 监护缺失、监护不当. */
        GUARDIANSHIP_FAILURE("监护缺失或不当"),
        /** 困难单亲家庭, and guardianship is missing or too little for it. */
        SINGLE_PARENT_IN_HARDSHIP("困难单亲家庭"),
        /** 突发事件或其他特殊困难. */
        EMERGENCY("突发事件或其他特殊困难");

        private final String label;

        Found(String label) {
            this.label = label;
        }

        public String label() {
            return this.label;
        }
    }

    /** What makes somebody worry about a child, suspected or certain; a rule book says how much. */
    enum Risk implements Fact {
        /** 脱离监护单独居住生活. */
        LIVES_ALONE("脱离监护单独居住"),
        /** 流浪或失踪. */
        ROAMING("流浪或失踪"),
        /** 监护完全缺失. */
        NO_GUARDIAN("疑似没有人监护"),
        /** 自杀或自残行为. */
        SELF_HARM("疑似自杀或自残"),
        /** 抚养人为失能半失能老人、无行为能力人、限制民事行为能力人. */
        FRAIL_CARER("带孩子的人失能、半失能或没有行为能力"),
        DROPPED_OUT("疑似辍学"),
        /** 严重心理疾病或心理障碍. */
        SEVERE_MENTAL_ILLNESS("疑似有严重心理疾病"),
        /** 监护存在不足. */
        WEAK_GUARDIANSHIP("疑似监护不足"),
        /** 心理或行为异常. */
        UNUSUAL_BEHAVIOUR("疑似心理或行为异常");

        private final String label;

        Risk(String label) {
            this.label = label;
        }

        public String label() {
            return this.label;
        }
    }
}
