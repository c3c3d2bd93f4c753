using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;

namespace DirectRoute.Core.OpenApi;

/// <summary>Something to say about a place of an OpenAPI document.</summary>
/// <param name="Severity">An error leaves no model; a warning names what the model, or the document, goes without.</param>
/// <param name="Pointer">The place, as a JSON pointer: <c>/paths/~1users/get</c>; empty for the whole document.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record OpenApiDiagnostic(DiagnosticSeverity Severity, string Pointer, string Message)
{
    /// <summary><c>pointer: message</c>.</summary>
    public override string ToString() => $"{(Pointer.Length == 0 ? "/" : Pointer)}: {Message}";
}

/// <summary>Collects what there is to say about one document.</summary>
internal sealed class OpenApiDiagnostics
{
    private const int MaxOfASeverity = 200;
    private readonly List<OpenApiDiagnostic> items = [];
    private readonly HashSet<OpenApiDiagnostic> said = [];
    private int errors;
    private int warnings;

    public bool HasErrors => errors > 0;

    public ValueList<OpenApiDiagnostic> Items => errors > MaxOfASeverity || warnings > MaxOfASeverity ? [.. items, More] : items.ToValueList();

    private static OpenApiDiagnostic More { get; } = new(DiagnosticSeverity.Warning, "", "There is more to say than this: begin with it.");

    public void Error(Place place, string message)
    {
        if (errors <= MaxOfASeverity && Add(DiagnosticSeverity.Error, place, message, errors)) errors++;
    }

    public void Warn(Place place, string message)
    {
        if (warnings <= MaxOfASeverity && Add(DiagnosticSeverity.Warning, place, message, warnings)) warnings++;
    }

    /// <summary>Says why the reading ended before its end: first of all, however much was said.</summary>
    public void Stop(string message)
    {
        items.Insert(0, new(DiagnosticSeverity.Error, "", message));
        errors++;
    }

    /// <summary>Each is said once. Nobody reads thousands of them, so a hostile document is not answered by as many.</summary>
    private bool Add(DiagnosticSeverity severity, Place place, string message, int count)
    {
        var item = new OpenApiDiagnostic(severity, place.ToString(), message);
        if (!said.Add(item)) return false;
        if (count < MaxOfASeverity) items.Add(item);
        return true;
    }
}
