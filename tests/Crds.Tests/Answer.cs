using System.Net;
using System.Text.Json.Nodes;

namespace DirectRoute.Crds.Tests;

/// <summary>What the server answered: the object as it is stored, or a Status.</summary>
internal sealed record Answer(HttpStatusCode Code, JsonNode Body)
{
    /// <summary>The stored object.</summary>
    public JsonNode Object
    {
        get
        {
            Assert.True((int)Code is 200 or 201, Body.ToJsonString());
            return Body;
        }
    }

    /// <summary>Each complaint, as field and message.</summary>
    public IReadOnlyList<Complaint> Complaints =>
        [.. (Body["details"]?["causes"]?.AsArray() ?? []).Select(c => new Complaint((string?)c!["field"] ?? "", (string?)c["message"] ?? ""))];

    /// <summary>Fails the test unless the server refused the object, and for this one reason.</summary>
    public void AssertRefused(string field, string message)
    {
        Assert.True(Code == HttpStatusCode.UnprocessableEntity, Body.ToJsonString());
        Assert.True(Complaints.Count == 1, Body.ToJsonString());
        Assert.Equal(field, Complaints[0].Field);
        Assert.Contains(message, Complaints[0].Message, StringComparison.Ordinal);
    }
}

/// <summary>One reason of a refusal.</summary>
internal sealed record Complaint(string Field, string Message);
