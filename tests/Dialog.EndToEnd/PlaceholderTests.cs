namespace Dialog.EndToEnd;

public class PlaceholderTests
{
    [Fact]
    public void Builds() => Assert.True(Environment.Version.Major >= 10);
}
