using System.Collections.Concurrent;
using System.Net;
using System.Xml.Linq;
using DirectRoute.Local.Tests.Services;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace DirectRoute.Local.Tests.Roles;

/// <summary>An endpoint of all services with an IAM that has some roles, in IAM's own protocol. All other calls are those of <see cref="Service"/>.</summary>
internal sealed class FakeIam : IAsyncDisposable
{
    private static readonly XNamespace Ns = "https://iam.amazonaws.com/doc/2010-05-08/";
    private readonly ConcurrentQueue<string> actions = new();
    private FakeBackend backend = null!;

    public const string Trust = """{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"Service": "apigateway.amazonaws.com"}, "Action": "sts:AssumeRole"} }""";

    /// <summary>The roles, by name.</summary>
    public ConcurrentDictionary<string, FakeRole> Roles { get; } = new();

    /// <summary>The documents of managed policies, by ARN.</summary>
    public ConcurrentDictionary<string, string> Managed { get; } = new();

    /// <summary>Whether IAM answers at all.</summary>
    public bool IsBroken { get; set; }

    /// <summary>When it is there, answers of IAM wait for it.</summary>
    public Task Released { get; set; } = Task.CompletedTask;

    /// <summary>What answers calls of other services; 200 with an empty object when nobody says otherwise.</summary>
    public Func<HttpContext, Task> Service { get; set; } = static http => http.Response.WriteAsync("{}");

    public FakeBackend Backend => backend;

    /// <summary>What IAM was asked to do, in order.</summary>
    public IReadOnlyList<string> Actions => [.. actions];

    /// <summary>The calls of services other than IAM and STS.</summary>
    public IReadOnlyList<Asked> Calls => [.. backend.Requests.Where(r => !IsIam(r))];

    public static async Task<FakeIam> StartAsync()
    {
        var iam = new FakeIam();
        iam.backend = await FakeBackend.StartAsync(iam.AnswerAsync);
        return iam;
    }

    /// <summary>A role that API Gateway may assume, with one inline policy of one statement.</summary>
    public void Allow(string name, string actions, string resource, string account = "123456789012") => Roles[name] = new FakeRole
    {
        Arn = $"arn:aws:iam::{account}:role/{name}",
        Inline = { ["calls"] = Statement(actions, resource) },
    };

    /// <summary>A policy with one statement that allows.</summary>
    public static string Statement(string actions, string resource) =>
        $$"""{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "{{actions}}", "Resource": "{{resource}}"}]}""";

    public ValueTask DisposeAsync() => backend.DisposeAsync();

    private static bool IsIam(Asked asked) => asked.Headers.GetValueOrDefault("Authorization")?.Contains("/iam/aws4_request", StringComparison.Ordinal) == true;

    private async Task AnswerAsync(HttpContext http)
    {
        var asked = (Asked)http.Items[typeof(Asked)]!;
        if (!IsIam(asked))
        {
            await Service(http);
            return;
        }
        var form = QueryHelpers.ParseQuery(asked.Body).ToDictionary(p => p.Key, p => p.Value.ToString());
        actions.Enqueue(form["Action"]);
        await Released;
        var (status, body) = IsBroken ? (501, Error("NotImplemented")) : Answer(form, Account(asked)) is { } answer ? (200, answer) : (404, Error("NoSuchEntity"));
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/xml";
        await http.Response.WriteAsync(body.ToString());
    }

    /// <summary>Keys of sessions end with their account here.</summary>
    private static string Account(Asked asked) =>
        asked.Headers["Authorization"].Split("Credential=")[1].Split('/')[0] is { Length: > 12 } key && key.StartsWith("ASIA", StringComparison.Ordinal) ? key[^12..] : "123456789012";

    private XElement? Answer(Dictionary<string, string> form, string account)
    {
        var name = form.GetValueOrDefault("RoleName") ?? "";
        var role = Roles.TryGetValue(name, out var found) && found.Arn.Split(':')[4] == account ? found : null;
        var arn = form.GetValueOrDefault("PolicyArn") ?? "";
        return form["Action"] switch
        {
            "GetRole" when role is not null => Result("GetRole", new XElement(Ns + "Role",
                new XElement(Ns + "Arn", role.Arn), new XElement(Ns + "RoleName", name), new XElement(Ns + "AssumeRolePolicyDocument", Encoded(role.Trust)),
                role.Boundary is null ? null : new XElement(Ns + "PermissionsBoundary", new XElement(Ns + "PermissionsBoundaryArn", role.Boundary)))),
            "ListRolePolicies" when role is not null => Page("PolicyNames", form, [.. role.Inline.Keys.Select(k => new XElement(Ns + "member", k))]),
            "GetRolePolicy" when role?.Inline.TryGetValue(form["PolicyName"], out var document) == true => Result("GetRolePolicy", new XElement(Ns + "PolicyDocument", Encoded(document))),
            "ListAttachedRolePolicies" when role is not null => Page("AttachedPolicies", form, [.. role.Attached.Select(a => new XElement(Ns + "member", new XElement(Ns + "PolicyArn", a)))]),
            "GetPolicy" when Managed.ContainsKey(arn) => Result("GetPolicy", new XElement(Ns + "Policy", new XElement(Ns + "Arn", arn), new XElement(Ns + "DefaultVersionId", "v2"))),
            "GetPolicyVersion" when Managed.TryGetValue(arn, out var document) && form["VersionId"] == "v2" =>
                Result("GetPolicyVersion", new XElement(Ns + "PolicyVersion", new XElement(Ns + "Document", Encoded(document)))),
            _ => null,
        };
    }

    /// <summary>One item a page.</summary>
    private static XElement Page(string list, Dictionary<string, string> form, List<XElement> items)
    {
        var at = form.TryGetValue("Marker", out var marker) ? int.Parse(marker, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var isTruncated = at + 1 < items.Count;
        return Result(form["Action"], new XElement(Ns + list, items.Skip(at).Take(1)), new XElement(Ns + "IsTruncated", isTruncated), isTruncated ? new XElement(Ns + "Marker", at + 1) : null);
    }

    private static XElement Result(string action, params object?[] content) => new(Ns + $"{action}Response", new XElement(Ns + $"{action}Result", content));

    private static XElement Error(string code) =>
        new(Ns + "ErrorResponse", new XElement(Ns + "Error", new XElement(Ns + "Code", code), new XElement(Ns + "Message", code + " happened")), new XElement(Ns + "RequestId", "r"));

    private static string Encoded(string document) => WebUtility.UrlEncode(document);
}

/// <summary>A role of the fake IAM.</summary>
internal sealed class FakeRole
{
    public required string Arn { get; init; }
    public string Trust { get; init; } = FakeIam.Trust;
    public Dictionary<string, string> Inline { get; } = [];
    public List<string> Attached { get; } = [];
    public string? Boundary { get; init; }
}
