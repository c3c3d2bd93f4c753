using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Compile;

/// <summary>Collects what the compiler has to say about one manifest.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> items = [];

    public bool HasErrors => items.Exists(d => d.Severity == DiagnosticSeverity.Error);
    public bool HoldsBack => items.Exists(d => d.Severity != DiagnosticSeverity.Warning);

    /// <summary>How many errors there are: what has more afterwards found something wrong.</summary>
    public int Errors => items.Count(d => d.Severity == DiagnosticSeverity.Error);
    public ValueList<Diagnostic> Items => items.ToValueList();

    public void Error(string reason, string field, string message, int? column = null, int? line = null) =>
        items.Add(New(DiagnosticSeverity.Error, DiagnosticSubject.Manifest, reason, field, message, column, line));

    public void Warn(string reason, string field, string message, int? column = null, int? line = null) =>
        items.Add(New(DiagnosticSeverity.Warning, DiagnosticSubject.Manifest, reason, field, message, column, line));

    public void WaitFor(string reason, string field, string message) =>
        items.Add(New(DiagnosticSeverity.Waiting, DiagnosticSubject.Reference, reason, field, message));

    public void BadReference(string reason, string field, string message) =>
        items.Add(New(DiagnosticSeverity.Error, DiagnosticSubject.Reference, reason, field, message));

    private static Diagnostic New(DiagnosticSeverity severity, DiagnosticSubject subject, string reason, string field, string message, int? column = null, int? line = null) =>
        new() { Severity = severity, Subject = subject, Reason = reason, Field = field, Message = message, Column = column, Line = line };
}
