using System.Globalization;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.RouteTests;

/// <summary>Compares whole messages with what a test expects of them.</summary>
internal sealed class MessageComparison(DifferenceBag differences)
{
    private readonly BodyComparison bodies = new(differences);

    public void Compare(string field, RouteTestBackendRequest? expected, BackendRequest actual)
    {
        if (expected is null) return;
        CompareText($"{field}.uri", expected.Uri, actual.Uri ?? actual.Subtype ?? "");
        CompareText($"{field}.method", expected.Method, actual.Method);
        CompareNamed($"{field}.headers", expected.Headers, actual.Headers);
        CompareNamed($"{field}.querystring", expected.Querystring, actual.Query);
        if (actual.Subtype is not null)
        {
            bodies.CompareFields($"{field}.body", expected.Body, actual.Parameters, partly: false);
            bodies.CompareFields($"{field}.bodyContains", expected.BodyContains, actual.Parameters, partly: true);
            return;
        }
        bodies.Compare($"{field}.body", expected.Body, actual.Text, Forms.Is(actual.Headers), partly: false);
        bodies.Compare($"{field}.bodyContains", expected.BodyContains, actual.Text, Forms.Is(actual.Headers), partly: true);
    }

    public void Compare(string field, RouteTestResponse? expected, ClientResponse actual)
    {
        if (expected is null) return;
        if (expected.Status is { } status && status != actual.StatusCode) CompareStatus($"{field}.status", status, actual);
        CompareNamed($"{field}.headers", expected.Headers, actual.Headers);
        bodies.Compare($"{field}.body", expected.Body, actual.Text, isForm: false, partly: false);
        bodies.Compare($"{field}.bodyContains", expected.BodyContains, actual.Text, isForm: false, partly: true);
    }

    /// <summary>Where API Gateway itself answers, it helps to know why.</summary>
    private void CompareStatus(string field, int expected, ClientResponse actual)
    {
        var why = actual.Fault is { } fault ? $", because API Gateway answers by itself: {fault.Detail}" : "";
        differences.Add(new Difference(field, $"expected {expected}, but it is {actual.StatusCode}{why}")
        {
            Expected = expected.ToString(CultureInfo.InvariantCulture),
            Actual = actual.StatusCode.ToString(CultureInfo.InvariantCulture),
        });
    }

    private void CompareText(string field, string? expected, string actual)
    {
        if (expected is not null && expected != actual) differences.Add(field, expected, actual);
    }

    private void CompareNamed(string field, IReadOnlyDictionary<string, string>? expected, NamedValues actual)
    {
        foreach (var (name, value) in expected ?? new Dictionary<string, string>())
        {
            var found = actual.Joined(name);
            if (value.Length == 0 ? found is null : found == value) continue;
            if (value.Length == 0) differences.Add($"{field}.{name}", $"is there with {Shown.Of(JsonTexts.Quote(found!))}, but not expected");
            else if (found is null) differences.Add($"{field}.{name}", $"expected {Shown.Of(JsonTexts.Quote(value))}, but it is not there");
            else differences.Add($"{field}.{name}", JsonTexts.Quote(value), JsonTexts.Quote(found));
        }
    }
}
