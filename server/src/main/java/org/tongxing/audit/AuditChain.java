package org.tongxing.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recomputes every hash of the audit. A changed, inserted or removed row breaks its chain; rows cut off at the very end
 * of a chain leave no trace in it, so the last position of each chain belongs into the operator's own records.
 */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class AuditChain {

    private static final int STEP = 1000;

    private final AuditMapper mapper;

    /** Reads the whole audit once, a thousand rows at a time. */
    public Verdict verify() {
        long rows = 0;
        List<Break> breaks = new ArrayList<>();
        List<Tail> tails = new ArrayList<>();
        for (String chain : this.mapper.chains()) {
            String previous = AuditLog.FIRST;
            long position = 0;
            List<AuditMapper.Link> links = this.mapper.links(chain, position, STEP);
            while (!links.isEmpty()) {
                Map<Long, List<Long>> children = children(links);
                for (AuditMapper.Link link : links) {
                    if (link.position() != position + 1 || !link.previous().equals(previous)) {
                        breaks.add(new Break(chain, link.position(), Cause.PREDECESSOR));
                    } else if (!link.hash().equals(hash(link, children.getOrDefault(link.id(), List.of())))) {
                        breaks.add(new Break(chain, link.position(), Cause.CONTENT));
                    }
                    position = link.position();
                    previous = link.hash();
                    rows++;
                }
                links = this.mapper.links(chain, position, STEP);
            }
            tails.add(new Tail(chain, position, previous));
        }
        return new Verdict(rows, tails, breaks);
    }

    private Map<Long, List<Long>> children(List<AuditMapper.Link> links) {
        return this.mapper.children(links.stream().map(AuditMapper.Link::id).toList()).stream()
                .collect(Collectors.groupingBy(
                        AuditMapper.AboutChild::entryId,
                        Collectors.mapping(AuditMapper.AboutChild::childId, Collectors.toList())));
    }

    private static String hash(AuditMapper.Link link, List<Long> children) {
        return AuditLog.hash(
                new AuditLog.AuditRow(
                        link.chain(),
                        link.position(),
                        link.at(),
                        link.accountId(),
                        link.role(),
                        link.division(),
                        link.action(),
                        link.subject(),
                        link.purpose(),
                        link.previous()),
                children);
    }

    /**
     * What the check found.
     *
     * @param tails the last row of each chain, to be kept somewhere else
     */
    public record Verdict(long rows, List<Tail> tails, List<Break> breaks) {

        public boolean intact() {
            return this.breaks.isEmpty();
        }
    }

    /** The end of a chain. */
    public record Tail(String chain, long position, String hash) {}

    /** The first row that does not fit what stands before it. */
    public record Break(String chain, long position, Cause cause) {}

    /** Whether the row itself was changed, or one before it is missing or another. */
    public enum Cause {
        CONTENT,
        PREDECESSOR
    }
}
