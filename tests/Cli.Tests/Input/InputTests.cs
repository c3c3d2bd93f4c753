using DirectRoute.Cli.Input;

namespace DirectRoute.Cli.Tests.Input;

public sealed class InputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Find_Folder_TakesItsManifestsAndNoKustomization()
    {
        foreach (var name in (string[])["b.yaml", "a.yml", "c.json", "d.txt", "kustomization.yaml", "kustomization.yml", "deeper/e.yaml"]) folder.Write(name, "");

        Assert.Equal(["a.yml", "b.yaml", "c.json"], Names(recursive: false));
        Assert.Equal(["a.yml", "b.yaml", "c.json", "e.yaml"], Names(recursive: true));
    }

    [Fact]
    public void Find_LinkThatLeadsBackUp_IsNotFollowed()
    {
        folder.Write("a.yaml", "");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "loop"), folder.Path);

        Assert.Equal(["a.yaml"], Names(recursive: true));
    }

    [Fact]
    public void Find_FileNamedTwice_IsReadOnce()
    {
        var file = folder.Write("a.yaml", "");

        Assert.Single(InputFinder.Find([file, folder.Path, file], recursive: false));
    }

    [Fact]
    public void Find_FolderWhoseSubfoldersHaveManifests_TellsOfTheOption()
    {
        folder.Write("deeper/a.yaml", "");

        Assert.Contains("add -R", Assert.Throws<InputException>(() => Names(recursive: false)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/a.yaml", "reads files only")]
    [InlineData("/no/such/file.yaml", "no such file")]
    public void Find_NameOfNoUse_SaysWhy(string name, string expected) =>
        Assert.Contains(expected, Assert.Throws<InputException>(() => InputFinder.Find([name], recursive: false)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(new byte[] { 0x61, 0x00, 0x62 }, "binary")]
    [InlineData(new byte[] { 0xff, 0xfe, 0x61, 0x00 }, "UTF-8")]
    [InlineData(new byte[] { 0xc3, 0x28 }, "UTF-8")]
    public void Read_NoText_IsRefused(byte[] content, string expected) =>
        Assert.Contains(expected, Assert.Throws<InputException>(() => Read(new MemoryStream(content))).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_SeveralFilesOfNoUse_AreAllNamed()
    {
        FoundFile[] files = [new(folder.Write("a.yaml", "\0"), IsNamed: true), new(folder.Write("b.yaml", "x: 1"), IsNamed: true), new(Path.Combine(folder.Path, "gone.yaml"), IsNamed: true)];

        var message = Assert.Throws<InputException>(() => InputReader.Read(files, () => Stream.Null)).Message;

        Assert.Equal(2, message.Split('\n').Length);
        Assert.Contains("a.yaml: it is a binary file", message, StringComparison.Ordinal);
        Assert.Contains("gone.yaml: it cannot be read", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EndlessStream_IsRefused() =>
        Assert.Contains("larger than 32 MiB", Assert.Throws<InputException>(() => Read(new EndlessStream())).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_ByteOrderMark_IsNoPartOfTheText() => Assert.Equal("a", Read(new MemoryStream([0xef, 0xbb, 0xbf, 0x61])).Text);

    private static InputFile Read(Stream stream) => Assert.Single(InputReader.Read([new FoundFile("-", IsNamed: true)], () => stream));

    private List<string> Names(bool recursive) => [.. InputFinder.Find([folder.Path], recursive).Select(f => Path.GetFileName(f.Name))];

    /// <summary>A stream of spaces without an end.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)' ');
            return buffer.Length;
        }
    }
}
