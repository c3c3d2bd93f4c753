using System.Reflection;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Core.Planning.Printing;

namespace DirectRoute.Core.Tests.Planning.Printing;

/// <summary>
/// Each field of the model, found by reflection so that a new one cannot be forgotten, is changed in turn: the printed plan names it by its path. What
/// a protocol does not have is no change, by the rules of sameness.
/// </summary>
public sealed class EveryFieldTests
{
    // They say which API it is: another one is never planned as a change.
    private static readonly string[] Identity = ["protocol", "region"];

    // With another key, or what AWS cannot change in place, it is another thing: one goes, one comes.
    private static readonly string[] Keys = ["models.contentType", "routes.method", "routes.path", "stages.name", "authorizers.name", "models.name", "requestValidators.name", "gatewayResponses.responseType"];

    public static TheoryData<ApiProtocol, string> Fields
    {
        get
        {
            var fields = new TheoryData<ApiProtocol, string>();
            foreach (var protocol in Enum.GetValues<ApiProtocol>())
            {
                foreach (var (path, _) in ChangesOf(typeof(ApiModel), Full(protocol), "")) fields.Add(protocol, path);
            }
            return fields;
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Plan_FieldChanged_IsPrintedByItsPath(ApiProtocol protocol, string path)
    {
        var before = Full(protocol);
        var after = (ApiModel)ChangesOf(typeof(ApiModel), before, "").Single(c => c.Path == path).Changed;
        var aws = new SimulatedApi().Apply(ApiPlanner.Plan(before, null, []));

        var plan = ApiPlanner.Plan(after, aws.Observed, []);

        if (Equivalence.Normalize(before) == Equivalence.Normalize(after))
        {
            Assert.Equal("", plan.ToString());
            return;
        }
        if (Keys.Contains(path))
        {
            Assert.Contains(plan.Steps, s => s.Kind == ChangeKind.Create);
            Assert.Contains(plan.Steps, s => s.Kind == ChangeKind.Delete);
            return;
        }
        var printed = PlanText.Lines(plan).Select(l => l.Text).Where(l => l.StartsWith('~')).ToList();
        Assert.Contains(printed, l => Unindexed(l).Contains($" {PrintedPath(path)}:", StringComparison.Ordinal) || IsReplacement(path, l));
        Assert.All(plan.Steps, s => Assert.All(s.Changes, c => Assert.Contains(c.Field, PlanOutline.LineOf(s), StringComparison.Ordinal)));
    }

    /// <summary>What AWS cannot change in place is replaced: that is what is printed.</summary>
    private static bool IsReplacement(string path, string line) => path switch
    {
        "authorizers.type" => line.Contains(" name: a -> a-replaced", StringComparison.Ordinal),
        "routes.responses.statusCode" => line.Contains(" responses[418]: (none) -> present", StringComparison.Ordinal),
        "routes.integration.responses.statusCode" => line.Contains(" integration.responses[418]: (none) -> present", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>The path as it is printed: below what the line begins with, and without what the name of a response repeats.</summary>
    private static string PrintedPath(string path)
    {
        string[] subjects = ["routes.", "stages.", "authorizers.", "models.", "requestValidators.", "gatewayResponses."];
        foreach (var subject in subjects)
        {
            if (!path.StartsWith(subject, StringComparison.Ordinal)) continue;
            path = path[subject.Length..];
            if (subject == "gatewayResponses.") return path.Replace("responseP", "p", StringComparison.Ordinal).Replace("responseT", "t", StringComparison.Ordinal);
            break;
        }
        return path.Replace(".responseParameters", path.Contains("responses.", StringComparison.Ordinal) ? ".parameters" : ".responseParameters", StringComparison.Ordinal)
            .Replace("responses.responseModels", "responses.models", StringComparison.Ordinal)
            .Replace("responses.responseTemplates", "responses.templates", StringComparison.Ordinal);
    }

    private static string Unindexed(string line) => System.Text.RegularExpressions.Regex.Replace(line, @"\[[^\]]*\]", "");

    /// <summary>Each property of a record changed, those of the records in it too; of a list its first element.</summary>
    private static IEnumerable<(string Path, object Changed)> ChangesOf(Type type, object value, string prefix)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var path = prefix + char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            if (Identity.Contains(path)) continue;
            var current = property.GetValue(value);
            foreach (var (sub, changed) in ChangesOfValue(property.PropertyType, current, path)) yield return (sub, With(value, property, changed));
        }
    }

    private static IEnumerable<(string Path, object? Changed)> ChangesOfValue(Type declared, object? current, string path)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string)) return [(path, Text(path, (string?)current))];
        if (type == typeof(bool)) return [(path, !(bool)current!)];
        if (type == typeof(int)) return [(path, ((int?)current ?? 0) + 1)];
        if (type.IsEnum) return [(path, Enum.GetValues(type).Cast<object>().First(v => !v.Equals(current) && !IsDefaultOf(path, v)))];
        if (current is ValueList<string> texts) return [(path, (ValueList<string>)[.. texts, "zz"])];
        if (current is ValueMap<string> map) return [(path, map.With("integration.request.header.zz", "'zz'"))];
        if (current is ValueMap<bool> flags) return [(path, flags.With("method.request.header.zz", true))];
        if (current is ValueMap<ValueMap<string>> maps) return [(path, maps.With("299", ValueMap.Of(("append:header.zz", "1"))))];
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)) return ElementChanges(type, current!, path);
        if (current is null) throw new InvalidOperationException($"{path} is not in the full model: set it.");
        return ChangesOf(type, current, path + ".").Select(c => (c.Path, (object?)c.Changed));
    }

    /// <summary>What AWS takes a field that is not there for.</summary>
    private static bool IsDefaultOf(string path, object value) => path.EndsWith("connectionType", StringComparison.Ordinal) && value is ConnectionType.INTERNET;

    private static string Text(string path, string? current) => path switch
    {
        "policy" => """{"Statement":[{"Effect":"Deny","Action":"execute-api:Invoke"}]}""",
        "models.schema" => """{"type":"array"}""",
        _ when path.EndsWith("tatusCode", StringComparison.Ordinal) => "418",
        "routes.path" => "/b/{id}",
        _ => current + "zz",
    };

    private static IEnumerable<(string Path, object? Changed)> ElementChanges(Type list, object current, string path)
    {
        var element = list.GetGenericArguments()[0];
        var items = ((System.Collections.IEnumerable)current).Cast<object>().ToArray();
        if (items.Length == 0) throw new InvalidOperationException($"{path} is empty in the full model: give it an element.");
        foreach (var (sub, changed) in ChangesOf(element, items[0], path + "."))
        {
            var array = Array.CreateInstance(element, items.Length);
            items.CopyTo(array, 0);
            array.SetValue(changed, 0);
            yield return (sub, typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))!.MakeGenericMethod(element).Invoke(null, [array]));
        }
    }

    private static object With(object record, PropertyInfo property, object? value)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    /// <summary>An API in which every field of either protocol is there to be changed.</summary>
    private static ApiModel Full(ApiProtocol protocol) => ApiPlannerFieldTests.RestApi() with
    {
        Protocol = protocol,
        MinimumCompressionSize = 1,
        Policy = """{"Statement":[{"Effect":"Allow","Action":"execute-api:Invoke"}]}""",
        Cors = new() { AllowOrigins = ["https://a"], MaxAge = 1 },
        Authorizers = [new() { Name = "a", Type = protocol == ApiProtocol.REST ? AuthorizerType.REQUEST : AuthorizerType.JWT, ResultTtlInSeconds = 1 }, new() { Name = "b", Type = AuthorizerType.REQUEST }],
        Models = [new() { Name = "M", ContentType = "application/json", Schema = """{"type":"object"}""" }],
        RequestValidators = [new("all", true, true)],
        GatewayResponses = [new() { ResponseType = "UNAUTHORIZED" }],
        Stages = [new() { Name = protocol == ApiProtocol.REST ? "prod" : "$default" }],
        Routes = [ApiPlannerFieldTests.RestApi().Routes[0] with { Integration = ApiPlannerFieldTests.RestApi().Routes[0].Integration with { Tls = new(false, "name") } }],
    };
}
