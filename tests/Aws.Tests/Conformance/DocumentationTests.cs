using System.Reflection;
using System.Text.RegularExpressions;

namespace DirectRoute.Aws.Tests.Conformance;

/// <summary>The table of operations in the documentation is true.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Services => [.. Service.Names];

    [Theory]
    [MemberData(nameof(Services))]
    public void Table_OfEachClient_ListsItsOperations(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("aws-clients.md")!;
        var rows = new StreamReader(stream).ReadToEnd().Split('\n').Where(line => line.StartsWith($"| `AWSSDK.{name}`", StringComparison.Ordinal));

        var documented = rows.SelectMany(row => Operation().Matches(row.Split('|')[3]).Select(match => match.Value));

        Assert.Equal(Service.OperationsOf(Service.Of(name).Interface).Order(), documented.Order());
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Operation();
}
