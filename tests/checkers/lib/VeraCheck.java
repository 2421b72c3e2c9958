import java.io.File;
import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Drives the veraPDF libraries directly: VeraCheck FILE FLAVOURS, where FLAVOURS is a comma list (ua1,2a …) or
 * "auto", what the file's own metadata claims. A file that claims nothing fails.
 */
public class VeraCheck {
    private static final int MAX_FAILURES_SHOWN_PER_RULE = 10;

    public static void main(String[] args) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        File file = new File(args[0]);
        StringBuilder figures = new StringBuilder("pdf-vera:");
        int failedProfiles = 0;
        int checks = 0;
        try {
            List<PDFAFlavour> flavours = flavours(file, args[1]);
            if (flavours.isEmpty()) {
                System.out.println("  the file claims no PDF/A or PDF/UA profile");
                failedProfiles++;
            }
            for (PDFAFlavour flavour : flavours) {
                ValidationResult result = validate(file, flavour);
                int rules = printFailures(flavour, result);
                checks += result.getTotalAssertions();
                if (!result.isCompliant()) failedProfiles++;
                figures.append(' ').append(flavour.getId()).append(result.isCompliant() ? "=pass" : "=FAIL(" + rules + " rules)");
            }
        } catch (IllegalArgumentException unknownFlavour) {
            System.err.println("pdf-vera: " + unknownFlavour.getMessage());
            System.exit(2);
        } catch (Exception unreadable) {
            System.out.println("  not readable as PDF: " + unreadable.getMessage());
            failedProfiles++;
        }
        System.out.println(figures + " checks=" + checks + " failed_profiles=" + failedProfiles);
        System.exit(failedProfiles == 0 ? 0 : 1);
    }

    private static List<PDFAFlavour> flavours(File file, String wanted) throws Exception {
        List<PDFAFlavour> flavours = new ArrayList<>();
        if (wanted.equals("auto")) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file))) {
                flavours.addAll(parser.getFlavours());
            }
            flavours.remove(PDFAFlavour.NO_FLAVOUR);
            return flavours;
        }
        for (String name : wanted.split(",")) {
            PDFAFlavour flavour = PDFAFlavour.fromString(name);
            if (flavour == PDFAFlavour.NO_FLAVOUR) throw new IllegalArgumentException("unknown profile " + name);
            flavours.add(flavour);
        }
        return flavours;
    }

    private static ValidationResult validate(File file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, MAX_FAILURES_SHOWN_PER_RULE, false, false, false)) {
            return validator.validate(parser);
        }
    }

    /** One line per broken rule with its first message; returns how many rules are broken. */
    private static int printFailures(PDFAFlavour flavour, ValidationResult result) {
        Map<String, Integer> count = new TreeMap<>();
        Map<String, String> first = new HashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
            String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
            String place = assertion.getLocation() == null ? "" : " @ " + assertion.getLocation().getContext();
            count.merge(rule, 1, Integer::sum);
            first.putIfAbsent(rule, assertion.getMessage() + place);
        }
        count.forEach((rule, n) -> {
            String more = n >= MAX_FAILURES_SHOWN_PER_RULE ? "+" : "";
            System.out.println("  " + flavour.getId() + " " + rule + " x" + n + more + " " + first.get(rule));
        });
        return count.size();
    }
}
