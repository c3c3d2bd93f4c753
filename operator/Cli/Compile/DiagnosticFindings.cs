using DirectRoute.Cli.Documents;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Manifests;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Cli.Compile;

/// <summary>Turns what the compiler says of a resource into what is said of a place in a file.</summary>
internal sealed class DiagnosticFindings(ManifestSet manifests, FindingBag findings)
{
    private readonly SchemaFindings schema = new(findings);

    public void Add(Manifest manifest, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var (subject, field) = SubjectOf(manifest, diagnostic.Field);
            if (schema.Covers(subject.Document, field)) continue;
            findings.Add(new Finding
            {
                Severity = SeverityOf(diagnostic),
                Reason = diagnostic.Reason,
                Message = MessageOf(manifest, diagnostic),
                Field = field,
                Resource = subject.Id,
                Location = new Location(subject.Document.File, SpanOf(subject, field, diagnostic.Line, diagnostic.Column)),
            });
        }
    }

    public void Add(Manifest manifest, FindingSeverity severity, string reason, string field, string message) => findings.Add(new Finding
    {
        Severity = severity,
        Reason = reason,
        Message = message,
        Field = field,
        Resource = manifest.Id,
        Location = new Location(manifest.Document.File, SpanOf(manifest, field, line: null, column: null)),
    });

    /// <summary>Says that a namespace's labels are not in the input, where they would decide.</summary>
    public string UnknownLabels(string ns, NamespaceSelector? selector) =>
        selector?.From == NamespacesFrom.Selector && !manifests.KnowsNamespace(ns)
            ? $" The input has no Namespace {ns}, so that its labels are not known: give its file, too."
            : "";

    /// <summary>What the compiler says speaks to somebody with a cluster before him; here there are files only.</summary>
    private string MessageOf(Manifest manifest, Diagnostic diagnostic) =>
        diagnostic.Message.Replace(": see its conditions.", ": see what is said of it.", StringComparison.Ordinal) + HintFor(manifest, diagnostic);

    private string HintFor(Manifest manifest, Diagnostic diagnostic)
    {
        if (diagnostic.Reason != Reasons.NotAllowedByApi || manifest is not Manifest<DirectRouteSpec> { Spec: not null } route) return "";
        var api = manifests.Find("DirectApi", Accounts.AccountResolver.KeyOfApi(route)) as Manifest<DirectApiSpec>;
        return UnknownLabels(manifest.Namespace, api?.Spec?.AllowedRoutes?.Namespaces);
    }

    /// <summary>A resource that waits for another of the input waits for a finding that is reported there; what is not in the input is a fault of its own.</summary>
    private static FindingSeverity SeverityOf(Diagnostic diagnostic) => diagnostic.Severity switch
    {
        DiagnosticSeverity.Warning => FindingSeverity.Warning,
        DiagnosticSeverity.Waiting when diagnostic.Reason == Reasons.RefNotReady => FindingSeverity.Note,
        _ => FindingSeverity.Error,
    };

    /// <summary>A route may be told of a field of its API: then the place is there.</summary>
    private (Manifest Subject, string Field) SubjectOf(Manifest manifest, string field)
    {
        const string ofApi = " of the DirectApi ";
        var cut = field.IndexOf(ofApi, StringComparison.Ordinal);
        if (cut < 0) return (manifest, field);
        return (manifests.Find("DirectApi", field[(cut + ofApi.Length)..]) ?? manifest, field[..cut]);
    }

    private static Span SpanOf(Manifest manifest, string field, int? line, int? column)
    {
        var (file, place) = (manifest.Document.File, FieldLocator.Find(manifest.Document.Root, field));
        return column is { } at && place.Node is ScalarNode scalar ? ScalarPositions.Find(file, scalar, line ?? 1, at) : place.Span;
    }
}
