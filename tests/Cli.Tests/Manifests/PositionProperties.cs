using DirectRoute.Cli.Accounts;
using DirectRoute.Cli.Compile;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Input;
using DirectRoute.Cli.Manifests;

namespace DirectRoute.Cli.Tests.Manifests;

/// <summary>Wherever a mistake is made in sound manifests, it is found there and nowhere else.</summary>
public sealed class PositionProperties
{
    private const string Sound = """
        apiVersion: directroute.dev/v1alpha1
        kind: DirectApi
        metadata:
          name: orders
        spec:
          protocol: REST
          endpoint:
            type: REGIONAL
          stages:
          - name: prod
        ---
        apiVersion: directroute.dev/v1alpha1
        kind: DirectRoute
        metadata:
          name: send
        spec:
          apiRef:
            name: orders
          match:
            method: POST
            path: /send
          target:
            action: sqs:SendMessage
            resource: arn:aws:sqs:us-east-1:123456789012:my-test-queue
            parameters:
              MessageBody: $request.body.message
          auth:
            type: IAM

        """;

    /// <summary>The lines below which a mapping of known fields is indented.</summary>
    public static TheoryData<int> Mappings => [.. Lines.Index().Where(l => l.Item.EndsWith(':') && !l.Item.Contains("stages", StringComparison.Ordinal) && !l.Item.Contains("parameters", StringComparison.Ordinal)).Select(l => l.Index)];

    /// <summary>The lines whose value is one of a few, or has a form.</summary>
    public static TheoryData<int> Values => [.. Lines.Index().Where(l => Fields.Any(f => l.Item.TrimStart().StartsWith(f, StringComparison.Ordinal))).Select(l => l.Index)];

    private static readonly string[] Fields = ["protocol:", "type:", "method:", "path:", "action:", "resource:"];

    private static string[] Lines => Sound.Split('\n');

    [Fact]
    public void Read_SoundManifests_HaveNoFinding() => Assert.Empty(FindingsOf(Lines));

    [Theory]
    [MemberData(nameof(Mappings))]
    public void Read_UnknownField_IsFoundWhereItIs(int line)
    {
        var indent = Lines[line].TakeWhile(c => c is ' ').Count() + 2;

        var finding = Assert.Single(FindingsOf([.. Lines[..(line + 1)], $"{new string(' ', indent)}noSuchField: 1", .. Lines[(line + 1)..]]));

        Assert.Equal(("UnknownField", line + 2, indent + 1), (finding.Reason, finding.Location.Span.Line, finding.Location.Span.Column));
        Assert.EndsWith("noSuchField", finding.Field, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Read_WrongValue_IsFoundWhereItIs(int line)
    {
        var value = Lines[line].IndexOf(": ", StringComparison.Ordinal) + 2;
        var lines = Lines;
        lines[line] = $"{lines[line][..value]}wrong wrong";

        var finding = Assert.Single(FindingsOf(lines), f => f.Severity == FindingSeverity.Error);

        Assert.Equal((line + 1, value + 1), (finding.Location.Span.Line, finding.Location.Span.Column));
    }

    private static IReadOnlyList<Finding> FindingsOf(string[] lines)
    {
        var findings = new FindingBag();
        var set = ManifestReader.Read([new InputFile("input.yaml", string.Join('\n', lines), 0)], "default", findings);
        SetCompiler.Compile(set, new AccountOptions(null, null, null, AccountOptions.DefaultClusterName), findings);
        return findings.ToList();
    }
}
