namespace DirectRoute.Charts.Tests;

/// <summary>The samples, as an API server with the kinds takes them.</summary>
public sealed class SamplesTests
{
    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Repository.PathOf("config", "samples")).Select(d => Path.GetFileName(d)!)];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Apply_Sample_IsAccepted(string folder)
    {
        await using var installation = await Installation.ByKustomizeAsync();

        var applied = await installation.KubectlAsync("apply", "--dry-run=server", "-f", Repository.PathOf("config", "samples", folder));

        var files = Directory.GetFiles(Repository.PathOf("config", "samples", folder), "*.yaml").Length;
        Assert.Equal(files, applied.EnsureSuccess().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.True(File.Exists(Repository.PathOf("config", "samples", folder, "README.md")));
    }

    [Theory]
    [InlineData("method: POST", "method: PUSH", "spec.match.method")]
    [InlineData("path: /send-message", "path: send-message", "spec.match.path")]
    [InlineData("action: sqs:SendMessage", "action: SendMessage", "spec.target.action")]
    [InlineData("resource: arn:aws:sqs:us-east-1:123456789012:my-test-queue", "resource: my-test-queue", "spec.target.resource")]
    [InlineData("    name: orders-rest", "    name: Orders", "spec.apiRef.name")]
    [InlineData("    path: /send-message\n", "", "spec.match.path")]
    public async Task Apply_SampleWithAMistake_IsRefusedNamingTheField(string right, string wrong, string field)
    {
        await using var installation = await Installation.ByKustomizeAsync();
        var sample = await File.ReadAllTextAsync(Repository.PathOf("config", "samples", "sqs-send-message", "route-rest.yaml"));
        Assert.Contains(right, sample, StringComparison.Ordinal);

        var applied = await installation.ApplyAsync(sample.Replace(right, wrong, StringComparison.Ordinal));

        Assert.False(applied.Succeeded);
        Assert.Contains(field, applied.Error, StringComparison.Ordinal);
    }
}
