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
    private const int MaxItems = 200;
    private readonly List<OpenApiDiagnostic> items = [];

    public bool HasErrors { get; private set; }

    public ValueList<OpenApiDiagnostic> Items => items.ToValueList();

    public void Error(Place place, string message) => Add(DiagnosticSeverity.Error, place, message);

    public void Warn(Place place, string message) => Add(DiagnosticSeverity.Warning, place, message);

    /// <summary>Each is said once. Nobody reads thousands of them, so a hostile document is not answered by as many.</summary>
    private void Add(DiagnosticSeverity severity, Place place, string message)
    {
        HasErrors |= severity == DiagnosticSeverity.Error;
        if (items.Count > MaxItems) return;
        var item = new OpenApiDiagnostic(severity, place.ToString(), message);
        if (items.Contains(item)) return;
        if (items.Count < MaxItems) items.Add(item);
        else items.Add(new(DiagnosticSeverity.Error, "", $"There is more to say than these {MaxItems}: begin with them."));
    }
}
