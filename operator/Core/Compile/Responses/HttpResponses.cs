using System.Globalization;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile.Targets;
using DirectRoute.Core.Expressions;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>What an HTTP API can do to answers: change headers and status, by the backend's status. It has no templates.</summary>
internal static class HttpResponses
{
    private const string Field = "spec.responses";
    private const string UseRest = "Use an API of protocol REST, or leave it out.";

    /// <summary>The changes, by status.</summary>
    /// <param name="onlySuccess">The one status of a success, where the backend has but one.</param>
    public static ValueMap<ValueMap<string>> Of(RouteScope route, DiagnosticBag diagnostics, string? onlySuccess = null)
    {
        var changes = new Dictionary<string, ValueMap<string>>(StringComparer.Ordinal);
        var responses = route.Spec.Responses ?? [];
        for (var i = 0; i < responses.Count; i++)
        {
            var field = $"{Field}[{i}]";
            if (responses[i] is not { } response) diagnostics.Error(Reasons.InvalidValue, field, "A response is empty: give at least status.");
            else if (Status(response.When, onlySuccess, field, diagnostics) is { } status && Changes(response, status, field, route, diagnostics) is { } made
                && !changes.TryAdd(status, made))
                diagnostics.Error(Reasons.InvalidValue, field, $"Another response has the status {status}: an HTTP API has one for each.");
        }
        return changes.ToValueMap();
    }

    private static string? Status(ResponseWhen? when, string? onlySuccess, string field, DiagnosticBag diagnostics)
    {
        var fault = when switch
        {
            { Error: not null } => $"HTTP APIs do not look at errors' types. {UseRest}",
            { Body: not null } => $"HTTP APIs do not look into answers' bodies. {UseRest}",
            { Status: { } status } when !StatusSet.IsValid(status) || StatusSet.IsClass(status) || status[0] == '1' =>
                $"\"{status}\" is not one status from 200 to 599: an HTTP API changes the answers of each status by itself.",
            null or { Status: null } when onlySuccess is null => "An HTTP API changes the answers of each status by itself: give when.status, such as 200.",
            _ => null,
        };
        if (fault is not null) diagnostics.Error(Reasons.UnsupportedByProtocol, $"{field}.when", fault);
        return fault is null ? when?.Status ?? onlySuccess : null;
    }

    private static ValueMap<string>? Changes(RouteResponse response, string status, string field, RouteScope route, DiagnosticBag diagnostics)
    {
        var errors = diagnostics.Errors;
        if (response.Body is not null)
            diagnostics.Error(Reasons.UnsupportedByProtocol, $"{field}.body", $"HTTP APIs cannot change an answer's body. {UseRest}");
        if (response.Status is < 200 or > 599)
            diagnostics.Error(Reasons.InvalidValue, $"{field}.status", $"{response.Status} is no status that a client can get: give one from 200 to 599.");
        var changes = new Dictionary<string, string>(StringComparer.Ordinal);
        var given = response.Status.ToString(CultureInfo.InvariantCulture);
        if (given != status) changes["overwrite:statuscode"] = given;
        var reader = new BodyReader(route.Expressions, diagnostics, BodyPlace.Response);
        foreach (var (name, text) in (response.Headers ?? new Dictionary<string, string>()).OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            if (Header(name, text ?? "", JsonMembers.FieldOf($"{field}.headers", name), reader, diagnostics) is { } source) changes[$"overwrite:header.{name}"] = source;
        }
        return diagnostics.Errors > errors ? null : changes.ToValueMap();
    }

    private static string? Header(string name, string text, string field, BodyReader reader, DiagnosticBag diagnostics)
    {
        if (!HttpHeaders.IsName(name)) diagnostics.Error(Reasons.InvalidValue, field, $"\"{name}\" is not the name of a header.");
        else if (HttpHeaders.IsReserved(name)) diagnostics.Error(Reasons.UnsupportedByProtocol, field, $"HTTP APIs do not let one set the header {name}.");
        else if (reader.Leaf(text, field) is { } value) return Source(value, field, diagnostics);
        return null;
    }

    private static string? Source(Expression value, string field, DiagnosticBag diagnostics)
    {
        var ofRequest = value.Leaves.FirstOrDefault(l => l.Source is HeaderSource or QuerySource or PathSource);
        var fault = ofRequest is not null ? $"HTTP APIs cannot read {ofRequest.Source} when the answer is written. {UseRest}"
            : HttpHeaders.FaultOfConstant(value)
            ?? (HttpMappings.HttpSource(value) is null ? "HTTP APIs take one constant or one reference, without joined text, defaults and casts." : null);
        if (fault is not null) diagnostics.Error(Reasons.UnsupportedByProtocol, field, fault);
        return fault is null ? HttpMappings.HttpSource(value) : null;
    }
}
