using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace DirectRoute.Local.Sts;

/// <summary>STS as far as clients of API Gateway need it, in its query protocol. Roles are not looked up: whoever asks is given the role.</summary>
internal sealed class StsService(AccountStates accounts)
{
    private const string Xmlns = "https://sts.amazonaws.com/doc/2011-06-15/";
    private const int DefaultSeconds = 3600;
    private const int MinSeconds = 900;
    private const int MaxSeconds = 43_200;
    private const int MaxParameters = 64;
    private static readonly XNamespace Ns = Xmlns;

    /// <summary>Whether calls that are signed for this service come here.</summary>
    public static bool Serves(string service) => service == "sts";

    public async Task HandleAsync(HttpContext http, CredentialScope scope)
    {
        var body = await RequestBody.ReadAsync(http).ConfigureAwait(false);
        await Answers.WriteAsync(http, Run(Parameters(body, http.Request), scope, http.TraceIdentifier)).ConfigureAwait(false);
    }

    private static Dictionary<string, string> Parameters(ReadOnlyMemory<byte> body, HttpRequest request)
    {
        Dictionary<string, string> parameters = new(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(Encoding.UTF8.GetString(body.Span))) Add(parameters, pair);
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value)) Add(parameters, pair);
        return parameters;
    }

    private static void Add(Dictionary<string, string> parameters, QueryStringEnumerable.EncodedNameValuePair pair)
    {
        if (parameters.Count < MaxParameters) parameters.TryAdd(pair.DecodeName().ToString(), pair.DecodeValue().ToString());
    }

    private Answer Run(Dictionary<string, string> parameters, CredentialScope scope, string requestId) => parameters.GetValueOrDefault("Action") switch
    {
        "GetCallerIdentity" => Success("GetCallerIdentity", Identity(scope.AccessKeyId), requestId),
        "AssumeRole" => AssumeRole(parameters, requestId),
        var action => Error(400, "InvalidAction", $"Could not find operation {action ?? "null"} for version {parameters.GetValueOrDefault("Version") ?? "NO_VERSION_SPECIFIED"}", requestId),
    };

    private XElement[] Identity(string accessKeyId)
    {
        var identity = accounts.IdentityOf(accessKeyId);
        return [new(Ns + "Arn", identity.Arn), new(Ns + "UserId", identity.UserId), new(Ns + "Account", identity.AccountId)];
    }

    private Answer AssumeRole(Dictionary<string, string> parameters, string requestId)
    {
        if (RoleArn.Parse(parameters.GetValueOrDefault("RoleArn")) is not { } role)
            return Error(400, "ValidationError", $"{parameters.GetValueOrDefault("RoleArn")} is invalid", requestId);
        var session = parameters.GetValueOrDefault("RoleSessionName") ?? "";
        if (!IsSessionName(session))
            return Error(400, "ValidationError", $"1 validation error detected: Value '{session}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*", requestId);
        var seconds = parameters.GetValueOrDefault("DurationSeconds") is { } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0
            : DefaultSeconds;
        if (seconds is < MinSeconds or > MaxSeconds)
            return Error(400, "ValidationError", $"DurationSeconds must be between {MinSeconds} and {MaxSeconds}", requestId);
        var identity = accounts.Assume(role, session, TimeSpan.FromSeconds(seconds));
        return Success("AssumeRole", [Credentials(identity.AccessKeyId, identity.Secret!), AssumedRoleUser(identity), new(Ns + "PackedPolicySize", 0)], requestId);
    }

    private static XElement Credentials(string accessKeyId, SecretKey secret) => new(
        Ns + "Credentials",
        new XElement(Ns + "AccessKeyId", accessKeyId),
        new XElement(Ns + "SecretAccessKey", secret.Value),
        new XElement(Ns + "SessionToken", secret.SessionToken),
        new XElement(Ns + "Expiration", secret.Expiration.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));

    private static XElement AssumedRoleUser(CallerIdentity identity) =>
        new(Ns + "AssumedRoleUser", new XElement(Ns + "AssumedRoleId", identity.UserId), new XElement(Ns + "Arn", identity.Arn));

    private static bool IsSessionName(string name) =>
        name.Length is >= 2 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || "_+=,.@-".Contains(c, StringComparison.Ordinal));

    private static Answer Success(string action, XElement[] result, string requestId) => Xml(200, new XElement(
        Ns + (action + "Response"), new XElement(Ns + (action + "Result"), result), new XElement(Ns + "ResponseMetadata", new XElement(Ns + "RequestId", requestId))));

    private static Answer Error(int status, string code, string message, string requestId) => Xml(status, new XElement(
        Ns + "ErrorResponse",
        new XElement(Ns + "Error", new XElement(Ns + "Type", "Sender"), new XElement(Ns + "Code", code), new XElement(Ns + "Message", XmlText.Harmless(message))),
        new XElement(Ns + "RequestId", requestId)));

    private static Answer Xml(int status, XElement body) => Answer.Bytes(status, Encoding.UTF8.GetBytes(body.ToString(SaveOptions.DisableFormatting)), "text/xml");
}
